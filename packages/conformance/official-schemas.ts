import type { JsonObject } from '@testamur/documents/json'
import Ajv2019 from 'ajv/dist/2019.js'
import addFormats from 'ajv-formats'
import { readReferenceJson, readReferenceText } from './reference.js'

/** Classes of which there is an official JSON Schema for VCDM 2.0; of the generic one as a part of the record's. */
export type OfficialClass =
  | 'AchievementCredential'
  | 'ClrCredential'
  | 'EndorsementCredential'
  | 'Profile'
  | 'VerifiableCredential'

export const officialClasses: readonly OfficialClass[] = [
  'AchievementCredential',
  'ClrCredential',
  'EndorsementCredential',
  'Profile',
  'VerifiableCredential',
]

const files = [
  'ob-v3p0/ob_v3p0_achievementcredential_schema.json',
  'clr-v2p0/clr_v2p0_achievementcredential_schema.json',
  'ob-v3p0/ob_v3p0_endorsementcredential_schema.json',
  'clr-v2p0/clr_v2p0_endorsementcredential_schema.json',
  'ob-v3p0/ob_v3p0_profile_schema.json',
  'clr-v2p0/clr_v2p0_profile_schema.json',
  'clr-v2p0/clr_v2p0_clrcredential_schema.json',
]

/** The verdict of each official schema of a class: Open Badges and CLR publish one each. */
export type OfficialVerdict = (document: unknown) => boolean[]

/** Returns the official verdict of each class, compiled by Ajv from the official files. */
export function officialVerdicts(): Readonly<Record<OfficialClass, OfficialVerdict>> {
  const ajv = new Ajv2019.default({ strict: false })
  addFormats.default(ajv)
  const validators = files.map((file) => ({
    file,
    validate: ajv.compile(readReferenceJson<JsonObject>('reference', 'schemas', file)),
  }))
  const clr = readReferenceJson<{ $id: string }>('reference', 'schemas', 'clr-v2p0/clr_v2p0_clrcredential_schema.json')
  const generic = ajv.compile({ $ref: `${clr.$id}#/$defs/VerifiableCredential` })
  const verdictOf = (name: string): OfficialVerdict => {
    const ofClass = validators.filter(({ file }) => file.endsWith(`_${name}_schema.json`))
    return (document) => ofClass.map(({ validate }) => validate(document) === true)
  }
  return {
    AchievementCredential: verdictOf('achievementcredential'),
    ClrCredential: verdictOf('clrcredential'),
    EndorsementCredential: verdictOf('endorsementcredential'),
    Profile: verdictOf('profile'),
    VerifiableCredential: (document) => [generic(document) === true],
  }
}

/** An example of the official data that says something of VCDM 2.0. */
export interface Example {
  readonly file: string
  readonly credentialType: string | undefined
  /** What was measured with the official schemas when the data was gathered. */
  readonly schema: 'valid' | 'INVALID' | undefined
  readonly document: JsonObject
}

interface IndexEntry {
  readonly file: string
  readonly kind: string
  readonly vcdm?: string
  readonly credentialType?: string
  readonly observed?: { readonly schema?: 'valid' | 'INVALID' }
}

/** Returns the examples of VCDM 2.0 that are JSON, or a JWT whose payload is the credential. */
export function officialExamples(): Example[] {
  const { entries } = readReferenceJson<{ entries: IndexEntry[] }>('reference', 'examples', 'index.json')
  return entries
    .filter(({ vcdm, kind }) => vcdm === '2.0' && (kind === 'json' || kind === 'vc-jwt'))
    .map(({ file, kind, credentialType, observed }) => ({
      file,
      credentialType,
      schema: observed?.schema,
      document: kind === 'json' ? readReferenceJson<JsonObject>('reference', 'examples', file) : payloadOf(file),
    }))
}

function payloadOf(file: string): JsonObject {
  const [, payload = ''] = readReferenceText('reference', 'examples', file).trim().split('.')
  return JSON.parse(Buffer.from(payload, 'base64url').toString('utf8'))
}

/** The class that an example is of. */
export function classOf({ credentialType }: Example): OfficialClass {
  if (credentialType === 'OpenBadgeCredential') return 'AchievementCredential'
  return officialClasses.find((name) => name === credentialType) ?? 'VerifiableCredential'
}
