import { readFileSync } from 'node:fs'
import path from 'node:path'
import { validateSchema } from '@testamur/credentials/validate'
import { expect, it } from 'vitest'
import { classOf, officialClasses, officialCompiler, officialExamples, officialVerdicts } from '../official-schemas.js'
import { describeWithReference, readReferenceJson } from '../reference.js'

interface ClassSchema {
  readonly properties?: Readonly<Record<string, EnumerationSchema>>
  readonly required?: readonly string[]
  readonly additionalProperties?: boolean
}
interface EnumerationSchema {
  readonly enum?: readonly string[]
  readonly oneOf?: readonly EnumerationSchema[]
  readonly else?: EnumerationSchema
}
interface SchemaDocument extends ClassSchema {
  readonly $defs: Readonly<Record<string, ClassSchema & EnumerationSchema>>
}

describeWithReference('JSON Schemas: our classes are the official ones', () => {
  const ours = ['achievement-credential', 'clr-credential', 'achievement-credential-v1p1'].map(
    (name): SchemaDocument => {
      return JSON.parse(
        readFileSync(path.join(import.meta.dirname, `../../credentials/schemas/${name}.schema.json`), 'utf8'),
      )
    },
  )
  const definitions = Object.assign({}, ...ours.map(({ $defs }) => $defs)) as SchemaDocument['$defs']
  const files = {
    AchievementCredential: 'ob-v3p0/ob_v3p0_achievementcredential',
    ClrCredential: 'clr-v2p0/clr_v2p0_clrcredential',
    AchievementCredentialv1p1: 'ob-v3p0/classes/AchievementCredentialv1p1',
  }
  const official = Object.entries(files).flatMap(([name, file]): [string, ClassSchema][] => {
    const ending = file.includes('/classes/') ? '' : '_schema'
    const document = readReferenceJson<SchemaDocument>('reference', 'schemas', `${file}${ending}.json`)
    return [[name, document], ...Object.entries(document.$defs)]
  })
  const facts = ({ properties = {}, required = [], additionalProperties = true }: ClassSchema): unknown => ({
    properties: Object.keys(properties).sort(),
    required: [...required].sort(),
    additionalProperties,
  })

  it.each(official.filter(([, { properties }]) => properties !== undefined))('%s', (name, schema) => {
    expect(facts(definitions[name] ?? {})).toEqual(facts(schema))
  })

  it.each([
    ['AchievementType', 'Achievement', 'achievementType', 31],
    ['AlignmentTargetType', 'Alignment', 'targetType', 7],
    ['IdentifierTypeEnum', 'IdentityObject', 'identityType', 19],
    ['ResultType', 'ResultDescription', 'resultType', 12],
    ['ResultStatusType', 'Result', 'status', 7],
    ['AssociationType', 'Association', 'associationType', 8],
  ] as const)('%s', (name, className, member, count) => {
    const enumeration = definitions[name]
    const property = official.find(([each]) => each === className)?.[1].properties?.[member]
    const terms = property?.enum ?? property?.oneOf?.[0]?.enum
    expect(terms).toHaveLength(count)
    expect([...(enumeration?.enum ?? enumeration?.else?.enum ?? [])].sort()).toEqual([...(terms ?? [])].sort())
  })
})

/**
 * Where our verdict on an example differs from the official one, by file, with the reason. There is none today: a
 * difference that is wanted gets a line here, so that it is reviewed.
 */
const reviewedDifferences: Readonly<Record<string, string>> = {}

describeWithReference('JSON Schemas: our verdict on the examples is the official one', () => {
  const examples = officialExamples()
  const official = officialVerdicts()

  it('has examples of each kind', () => {
    expect(examples.length).toBeGreaterThanOrEqual(110)
    const verdicts = examples.map((example) => `${classOf(example)} ${example.schema}`)
    for (const each of [
      'AchievementCredential valid',
      'AchievementCredential INVALID',
      'AchievementCredentialv1p1 valid',
      'AchievementCredentialv1p1 INVALID',
      'ClrCredential valid',
      'ClrCredential INVALID',
      'EndorsementCredential valid',
      'EndorsementCredentialv1p1 valid',
    ])
      expect(verdicts).toContain(each)
  })

  it.each(examples)('$file', (example) => {
    const { document, schema, file } = example
    const own = classOf(example)
    if (schema !== undefined && own !== undefined) expect(official[own](document)).toContain(schema === 'valid')
    for (const name of officialClasses) {
      const verdict = validateSchema(document, name).length === 0
      const ours = file in reviewedDifferences ? !verdict : verdict
      expect({ name, official: official[name](document) }).toEqual({
        name,
        official: official[name](document).map(() => ours),
      })
    }
  })

  it.each(['AchievementCredential', 'EndorsementCredential'] as const)('of either version, for Any%s', (name) => {
    const any = officialCompiler()(`ob-v3p0/classes/Any${name}.json`)
    for (const { document, file } of examples) {
      const ours = [name, `${name}v1p1` as const].some((each) => validateSchema(document, each).length === 0)
      expect({ file, valid: ours }).toEqual({ file, valid: any(document) })
    }
  })
})

describeWithReference('JSON Schemas: a learner record of VCDM 1.1, whose schema was never published', () => {
  // What is there is a schema of 2022, which another body rewrote to draft 4: stricter in sets, older in content.
  const former = readReferenceJson<SchemaDocument>(
    'reference',
    'schemas',
    'clr-v2p0/vcdm11_clr_v2p0_clrcredential_schema_draft4.json',
  )
  const ours: SchemaDocument = JSON.parse(
    readFileSync(path.join(import.meta.dirname, '../../credentials/schemas/clr-credential-v1p1.schema.json'), 'utf8'),
  )

  it('has its members and needs, and those that the current schemas added since', () => {
    const { properties = {}, required = [] } = ours.$defs['ClrCredentialv1p1'] ?? {}
    expect([...required].sort()).toEqual([...(former.required ?? [])].sort())
    const added = Object.keys(properties).filter((member) => !Object.keys(former.properties ?? {}).includes(member))
    expect(added.sort()).toEqual(['awardedDate', 'evidence', 'termsOfUse'])
    expect(Object.keys(former.properties ?? {}).filter((member) => !Object.keys(properties).includes(member))).toEqual(
      [],
    )
  })

  it('takes the official samples, but for the one that names a dead context', () => {
    const records = officialExamples().filter(({ vcdm, credentialType }) => {
      return vcdm === '1.1' && credentialType === 'ClrCredential'
    })
    const verdicts = records.map(({ file, document }) => [
      file,
      validateSchema(document, 'ClrCredentialv1p1').map(({ level, code, pointer }) => `${level} ${code} ${pointer}`),
    ])
    expect(Object.fromEntries(verdicts)).toEqual({
      'clr-v2p0/validator.complex.json': expect.not.arrayContaining([expect.stringMatching(/^error/)]),
      'clr-v2p0/validator.simple-noproof.json': ['error context-position /@context/1'],
      'clr-v2p0/validator.simple_old_safesigned.json': ['error context-position /@context/1'],
    })
  })
})
