import type { JsonObject } from '@testamur/documents/json'
import * as fc from 'fast-check'
import {
  type Achievement,
  type AchievementCredentialInput,
  type AchievementNode,
  achievement,
  achievementCredential,
  achievementHierarchy,
  type ClrCredentialInput,
  caseAlignment,
  ceasnAlignment,
  ctdlAlignment,
  type EndorsementCredentialInput,
  endorsementCredential,
  identityObject,
  image,
  rsdAlignment,
} from '../src/index.js'
import { type ClassName, classOfType, isCredentialClass, isMany, isOptional, structure } from '../src/model/index.js'

const text = fc.string({ minLength: 1 })
const uri = fc.webUrl()
const instants = fc.integer({ min: 0, max: 2e12 })
const tags = ['en', 'EN-us', 'de-AT', 'zh-hant', 'es-419', 'iw']

const dates = fc.date({ min: new Date(0), max: new Date(4e12), noInvalidDate: true })

const shortEndorsement = endorsementCredential({
  name: 'Endorsement',
  issuer: 'https://employer.example',
  validFrom: '2026-06-01T09:00:00Z',
  credentialSubject: { id: 'urn:example:algebra' },
})

/** It as VC-JWT; nobody looks at its signature. */
const endorsementJwt = [{ alg: 'EdDSA', typ: 'vc+jwt' }, shortEndorsement, 'signature']
  .map((part) => btoa(JSON.stringify(part)).replaceAll('+', '-').replaceAll('/', '_').replaceAll('=', ''))
  .join('.')

/** Values of the types that are more than texts. */
const primitives: Readonly<Record<string, fc.Arbitrary<unknown>>> = {
  AchievementType: fc.constantFrom('Course', 'Degree', 'CoCurricular', 'MicroCredential', 'ext:Bootcamp'),
  AlignmentTargetType: fc.constantFrom('CFItem', 'ceterms:Credential', 'ext:Skill'),
  IdentifierTypeEnum: fc.constantFrom('emailAddress', 'sourcedId', 'ext:opeid'),
  ResultType: fc.constantFrom('LetterGrade', 'GradePointAverage', 'Status', 'RubricCriterionLevel', 'ext:Mood'),
  Boolean: fc.boolean(),
  Float: fc.double({ noNaN: true, noDefaultInfinity: true }).map((each) => each + 0), // JSON text has no -0
  Date: dates,
  DateTime: dates,
  DateTimeZ: dates,
  URI: uri,
  URL: uri,
  LanguageCode: fc.constantFrom(...tags),
  CountryCode: fc.constantFrom('US', 'AT'),
  CompactJws: fc.constant(endorsementJwt),
}

const pictures = ['<svg xmlns="http://www.w3.org/2000/svg"/>', '\u0089PNG\r\n\u001a\n'].map((file) =>
  Uint8Array.from(file, (letter) => letter.charCodeAt(0)),
)

/** Objects that have helpers of their own, or whose members depend on each other. */
const made: Readonly<Partial<Record<ClassName, fc.Arbitrary<unknown>>>> = {
  Image: fc
    .tuple(fc.oneof(uri, fc.constantFrom(...pictures)), fc.option(text, { nil: undefined }))
    .map(([source, caption]) => image(source, { caption })),
  IdentityObject: fc
    .record({
      identityType: fc.constantFrom('emailAddress', 'ext:studentNumber'),
      identity: text,
      hashed: fc.boolean(),
    })
    .map(identityObject),
  EndorsementCredential: fc.constant(shortEndorsement),
  CredentialSchema: fc.record({
    id: uri,
    type: fc.constantFrom('JsonSchema', '1EdTechJsonSchemaValidator2019'),
  }),
  TermsOfUse: fc.record({ id: fc.option(uri), type: fc.constant('https://university.example/terms#Policy') }),
  Alignment: fc
    .tuple(
      fc.uuid(),
      uri,
      text.filter((each) => each.trim() !== ''),
      fc.nat(4),
    )
    .chain(([id, url, name, kind]) => {
      const ctid = `ce-${id}`
      const framework = { framework: name }
      const inRegistry = { ctid, name, competencyText: name }
      return [
        fc.constant(caseAlignment({ identifier: id, uri: url, fullStatement: name }, framework)),
        fc.constant(ctdlAlignment(inRegistry, framework)),
        fc.constant(ceasnAlignment(inRegistry, framework)),
        fc.constant(rsdAlignment({ id: url, skillName: name, skillStatement: name })),
        membersOf('Alignment', 0),
      ][kind] as fc.Arbitrary<unknown>
    }),
}

/** Members whose values depend on others: they are written by hand below. */
const apart = new Set(
  (
    '@context type proof validFrom validUntil activityStartDate activityEndDate result requiredLevel ' +
    'verifiableCredential association credentialStatus refreshService'
  ).split(' '),
)

/** True for a class whose members are no objects: it can stand however deep. */
const isFlat = (className: ClassName): boolean =>
  Object.values(structure[className].properties).every(([type]) => classOfType(type) === undefined)

/** Any input of a class that the types allow, made from the data model itself; objects inside as deep as told. */
function membersOf(className: ClassName, depth: number): fc.Arbitrary<JsonObject> {
  const { properties, types } = structure[className]
  const members = Object.entries(properties).flatMap(
    ([member, [type, cardinality]]): [string, fc.Arbitrary<unknown>][] => {
      if (apart.has(member) && (member !== 'type' || types !== undefined)) return []
      const nested = type === 'ProfileRef' ? undefined : classOfType(type)
      const isLeftOut = depth === 0 && isOptional(cardinality)
      if (
        nested !== undefined &&
        made[nested] === undefined &&
        !isFlat(nested) &&
        (isCredentialClass(nested) || isLeftOut)
      )
        return []
      const other = type === 'ProfileRef' ? issuers(depth) : text
      const one = nested === undefined ? (primitives[type] ?? other) : (made[nested] ?? membersOf(nested, depth - 1))
      const value = isMany(cardinality) ? fc.array(one, { maxLength: 2 }) : one
      const isNeeded = !isOptional(cardinality) || member === 'id' || member === 'narrative'
      return [[member, isNeeded ? value : fc.option(value, { freq: 2 })]]
    },
  )
  return fc.record(Object.fromEntries(members)) as fc.Arbitrary<JsonObject>
}

const issuers = (depth: number): fc.Arbitrary<unknown> =>
  depth === 0 ? uri : fc.oneof(uri, membersOf('Profile', depth - 1))

/** What a caller may write about when something is valid: dates, or texts of any time zone. */
const validity = fc.tuple(instants, instants).map(([from, length]) => ({
  validFrom: new Date(from),
  validUntil: new Date(from + length).toISOString().replace('Z', '+00:00'),
}))

const services = fc.record({
  credentialStatus: fc.option(
    fc.constantFrom(
      { id: 'https://university.example/revoked', type: '1EdTechRevocationList' },
      {
        id: 'https://university.example/status#94',
        type: 'BitstringStatusListEntry',
        statusPurpose: 'revocation',
        statusListIndex: '94',
        statusListCredential: 'https://university.example/status',
      },
    ),
  ),
  refreshService: fc.option(fc.constant({ id: 'https://university.example/newer', type: '1EdTechCredentialRefresh' })),
})

export const endorsementInputs: fc.Arbitrary<EndorsementCredentialInput> = fc
  .tuple(membersOf('EndorsementCredential', 1), validity, services)
  .map(([input, dates, used]) => ({ ...input, ...dates, ...used }) as unknown as EndorsementCredentialInput)

const endorsements = fc.array(
  endorsementInputs.map((each) => endorsementCredential(each)),
  { maxLength: 1 },
)

interface DescriptionInput extends JsonObject {
  readonly id: string
  readonly rubricCriterionLevel?: { id: string }[]
}

/** An achievement whose descriptions need one of their own levels, built or not. */
const achievementInputs: fc.Arbitrary<JsonObject> = fc
  .tuple(membersOf('Achievement', 2), endorsements, fc.boolean())
  .map(([input, endorsement, isBuilt]) => {
    const described = (input['resultDescription'] ?? []) as DescriptionInput[]
    const resultDescription = described.map((each) => ({ ...each, requiredLevel: each.rubricCriterionLevel?.[0]?.id }))
    const whole = { ...input, resultDescription, endorsement }
    return (isBuilt ? achievement(whole as never) : whole) as unknown as JsonObject
  })

/** A result for each description of an achievement. */
const resultsOf = (input: JsonObject): JsonObject[] =>
  ((input['resultDescription'] ?? []) as DescriptionInput[]).map((description, index) => ({
    resultDescription: index % 2 === 0 ? description.id : (description as never),
    achievedLevel: description.rubricCriterionLevel?.[0]?.id,
    status: description['resultType'] === 'Status' ? 'Completed' : undefined,
    value: 'A',
    alignment: description['alignment'],
  }))

export const badgeInputs: fc.Arbitrary<AchievementCredentialInput> = fc
  .tuple(membersOf('AchievementCredential', 2), achievementInputs, validity, services, endorsements, fc.boolean())
  .map(([input, awarded, dates, used, endorsement, hasResults]) => {
    const subject = input['credentialSubject'] as JsonObject
    const result = hasResults ? resultsOf(awarded) : null
    const { validFrom: activityStartDate, validUntil: activityEndDate } = dates
    const credentialSubject = { ...subject, achievement: awarded, result, activityStartDate, activityEndDate }
    return { ...input, ...dates, ...used, endorsement, credentialSubject } as unknown as AchievementCredentialInput
  })

/** A hierarchy of the achievements in a list: each is a part of one before it, or of two. */
const hierarchyOf = (achievements: readonly Achievement[]): AchievementNode[] => {
  const nodes = achievements.map((each) => ({ achievement: each, parts: [] as AchievementNode[] }))
  for (const [index, node] of nodes.entries()) {
    for (const whole of new Set([Math.floor(index / 2), Math.floor(index / 3)])) {
      if (whole < index) nodes[whole]?.parts.push(node)
    }
  }
  return nodes.slice(0, 1)
}

export const recordInputs: fc.Arbitrary<ClrCredentialInput> = fc
  .tuple(
    membersOf('ClrCredential', 1),
    validity,
    services,
    fc.uniqueArray(badgeInputs, {
      minLength: 1,
      maxLength: 3,
      selector: (each) => each.credentialSubject.achievement.id,
    }),
    fc.array(achievementInputs, { maxLength: 3 }),
  )
  .map(([input, dates, used, badges, others]) => {
    const verifiableCredential = badges.map((each) => achievementCredential(each))
    const awarded = verifiableCredential.map(({ credentialSubject }) => credentialSubject.achievement)
    const named = others.map((each) => achievement({ ...each, id: null } as never))
    const hierarchy = achievementHierarchy(hierarchyOf([...named, ...awarded]), { verifiableCredential })
    const credentialSubject = { ...(input['credentialSubject'] as JsonObject), verifiableCredential, ...hierarchy }
    return { ...input, ...dates, ...used, credentialSubject } as unknown as ClrCredentialInput
  })
