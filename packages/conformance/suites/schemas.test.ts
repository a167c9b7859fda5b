import { readFileSync } from 'node:fs'
import path from 'node:path'
import { validate, validateSchema } from '@testamur/credentials/validate'
import type { JsonObject } from '@testamur/documents/json'
import { describe, expect, it } from 'vitest'
import { classOf, officialClasses, officialExamples, officialVerdicts } from '../official-schemas.js'
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
  const ours = ['achievement-credential', 'clr-credential'].map((name): SchemaDocument => {
    return JSON.parse(
      readFileSync(path.join(import.meta.dirname, `../../credentials/schemas/${name}.schema.json`), 'utf8'),
    )
  })
  const definitions = { ...ours[0]?.$defs, ...ours[1]?.$defs }
  const files = {
    AchievementCredential: 'ob-v3p0/ob_v3p0_achievementcredential',
    ClrCredential: 'clr-v2p0/clr_v2p0_clrcredential',
  }
  const official = Object.entries(files).flatMap(([name, file]): [string, ClassSchema][] => {
    const document = readReferenceJson<SchemaDocument>('reference', 'schemas', `${file}_schema.json`)
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

describeWithReference('JSON Schemas: our verdict on the VCDM 2.0 examples is the official one', () => {
  const examples = officialExamples()
  const official = officialVerdicts()

  it('has examples of each kind', () => {
    expect(examples.length).toBeGreaterThanOrEqual(80)
    const verdicts = examples.map((example) => `${classOf(example)} ${example.schema}`)
    for (const each of [
      'AchievementCredential valid',
      'AchievementCredential INVALID',
      'ClrCredential valid',
      'ClrCredential INVALID',
      'EndorsementCredential valid',
    ])
      expect(verdicts).toContain(each)
  })

  it.each(examples)('$file', (example) => {
    const { document, schema } = example
    const own = classOf(example)
    if (schema !== undefined) expect(official[own](document)).toContain(schema === 'valid')
    for (const name of officialClasses) {
      const ours = validateSchema(document, name).length === 0
      expect({ name, official: official[name](document) }).toEqual({
        name,
        official: official[name](document).map(() => ours),
      })
    }
  })

  describe('what validate makes of them', () => {
    // Signed samples of third parties that name no learner: the schema takes them, the specification does not.
    const namesLearner = (document: JsonObject): boolean => {
      const { id, identifier } = document['credentialSubject'] as JsonObject
      return id !== undefined || identifier !== undefined
    }
    // What these break is for other checks to find: of types that are written as text, and of proofs.
    const accepted = examples.filter(({ schema, file }) => schema === 'valid' && !file.includes('simple-err'))

    it.each(accepted)('$file is valid, if it names the learner', ({ document }) => {
      const errors = validate(document).findings.filter(({ level }) => level === 'error')
      const expected = namesLearner(document) ? [] : ['subject-unidentified /credentialSubject']
      expect(errors.map(({ code, pointer }) => `${code} ${pointer}`)).toEqual(expected)
    })

    it.each(examples.filter(({ schema }) => schema === 'INVALID'))('$file is not, by its schema', ({ document }) => {
      expect(validate(document)).toMatchObject({
        valid: false,
        findings: expect.arrayContaining([expect.objectContaining({ rule: 'schema', level: 'error' })]),
      })
    })
  })
})
