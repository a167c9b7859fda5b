import type { JsonObject } from '@testamur/documents/json'
import Ajv2019 from 'ajv/dist/2019.js'
import addFormats from 'ajv-formats'
import { readReferenceJson, readReferenceText } from './reference.js'

/** The official JSON Schemas of each class; Open Badges and CLR publish one each of some. */
const files = {
  AchievementCredential: [
    'ob-v3p0/ob_v3p0_achievementcredential_schema.json',
    'clr-v2p0/clr_v2p0_achievementcredential_schema.json',
  ],
  ClrCredential: ['clr-v2p0/clr_v2p0_clrcredential_schema.json'],
  EndorsementCredential: [
    'ob-v3p0/ob_v3p0_endorsementcredential_schema.json',
    'clr-v2p0/clr_v2p0_endorsementcredential_schema.json',
  ],
  Profile: ['ob-v3p0/ob_v3p0_profile_schema.json', 'clr-v2p0/clr_v2p0_profile_schema.json'],
  // Only as a part of the record's.
  VerifiableCredential: ['clr-v2p0/clr_v2p0_clrcredential_schema.json#/$defs/VerifiableCredential'],
  AchievementCredentialv1p1: ['ob-v3p0/classes/AchievementCredentialv1p1.json'],
  EndorsementCredentialv1p1: ['ob-v3p0/classes/EndorsementCredentialv1p1.json'],
  VerifiableCredentialv1p1: ['ob-v3p0/classes/VerifiableCredentialv1p1.json'],
  Profilev1p1: ['ob-v3p0/classes/Profilev1p1.json'],
} as const

/** Classes of which there is an official JSON Schema. */
export type OfficialClass = keyof typeof files

export const officialClasses: readonly OfficialClass[] = Object.keys(files) as OfficialClass[]

/** The verdict of each official schema of a class. */
export type OfficialVerdict = (document: unknown) => boolean[]

/** Returns the official verdict of each class, compiled by Ajv from the official files. */
export function officialVerdicts(): Readonly<Record<OfficialClass, OfficialVerdict>> {
  const compile = officialCompiler()
  return Object.fromEntries(
    Object.entries(files).map(([name, sources]) => {
      const validators = sources.map(compile)
      return [name, (document: unknown) => validators.map((validate) => validate(document))]
    }),
  ) as unknown as Readonly<Record<OfficialClass, OfficialVerdict>>
}

/** Returns the official verdict of a file, or of a part of one: `file.json#/$defs/Name`. */
export function officialCompiler(): (file: string) => (document: unknown) => boolean {
  const ajv = new Ajv2019.default({ strict: false })
  addFormats.default(ajv)
  return (source) => {
    const [file = '', part] = source.split('#')
    const schema = readReferenceJson<JsonObject & { $id: string }>('reference', 'schemas', file)
    if (ajv.getSchema(schema.$id) === undefined) ajv.addSchema(schema)
    const validate = ajv.compile({ $ref: part === undefined ? schema.$id : `${schema.$id}#${part}` })
    return (document) => validate(document) === true
  }
}

/** An example of the official data. */
export interface Example {
  readonly file: string
  readonly vcdm: '1.1' | '2.0'
  readonly level: 'full' | 'proof+status+dates' | 'document'
  readonly expected: 'valid' | 'invalid'
  readonly credentialType: string | undefined
  /** What was measured when the data was gathered: the verdict of the official schema, and of JSON-LD in safe mode. */
  readonly schema: 'valid' | 'INVALID' | undefined
  readonly safeMode: string | undefined
  readonly document: JsonObject
}

type IndexEntry = Omit<Example, 'schema' | 'safeMode' | 'document'> & {
  readonly kind: string
  readonly observed?: { readonly schema?: 'valid' | 'INVALID'; readonly safeMode?: string }
}

/** Returns the credentials of the examples, of both versions of VCDM, as far as they are JSON or in a JWT. */
export function officialExamples(): Example[] {
  const { entries } = readReferenceJson<{ entries: IndexEntry[] }>('reference', 'examples', 'index.json')
  return entries
    .filter(({ vcdm, kind }) => (vcdm === '2.0' || vcdm === '1.1') && (kind === 'json' || kind === 'vc-jwt'))
    .map(({ kind, observed, ...entry }) => ({
      ...entry,
      schema: observed?.schema,
      safeMode: observed?.safeMode,
      document:
        kind === 'json' ? readReferenceJson<JsonObject>('reference', 'examples', entry.file) : credentialIn(entry.file),
    }))
}

/** The credential of a VC-JWT: the claim `vc` in VCDM 1.1, the whole payload in VCDM 2.0. */
function credentialIn(file: string): JsonObject {
  const [, payload = ''] = readReferenceText('reference', 'examples', file).trim().split('.')
  const claims = JSON.parse(Buffer.from(payload, 'base64url').toString('utf8')) as JsonObject
  return (claims['vc'] as JsonObject | undefined) ?? claims
}

/** The class that an example is of; `undefined` where no official schema says what it is. */
export function classOf({ credentialType, vcdm }: Pick<Example, 'credentialType' | 'vcdm'>): OfficialClass | undefined {
  const name = credentialType === 'OpenBadgeCredential' ? 'AchievementCredential' : credentialType
  const className = officialClasses.find((each) => each === name) ?? 'VerifiableCredential'
  const flavoured = `${className}${vcdm === '1.1' ? 'v1p1' : ''}`
  return officialClasses.find((each) => each === flavoured)
}
