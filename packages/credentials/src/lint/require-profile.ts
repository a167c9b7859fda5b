import { CredentialsError } from '../errors.js'
import { isObject } from '../validate/located.js'
import type { LintSettings } from './interface.js'

type Test = (value: unknown) => boolean

const isText: Test = (value) => typeof value === 'string' && value !== ''
const isWhole: Test = (value) => Number.isInteger(value) && (value as number) >= 0
const isOptional =
  (test: Test): Test =>
  (value) =>
    value === undefined || test(value)
const isOneOf =
  (...values: readonly unknown[]): Test =>
  (value) =>
    values.includes(value)
const isListOf =
  (test: Test): Test =>
  (value) =>
    Array.isArray(value) && value.every(test)
const isMapOf =
  (test: Test): Test =>
  (value) =>
    isObject(value) && Object.values(value).every(test)
/** An object with these members; others are not looked at. */
const hasMembers =
  (members: Readonly<Record<string, Test>>): Test =>
  (value) =>
    isObject(value) && Object.entries(members).every(([name, test]) => test(value[name]))

const texts = ['an array of texts', isListOf(isText)] as const

const isPractice = hasMembers({
  name: isText,
  tags: isListOf(isText),
  levels: isOptional(
    isListOf(
      hasMembers({
        tag: isText,
        title: isText,
        hours: isOptional(hasMembers({ min: isOptional(isWhole), max: isOptional(isWhole) })),
      }),
    ),
  ),
  achievementTypes: isOptional(isListOf(isText)),
})

const practiceShape =
  '{ name, tags: [text], levels: [{ tag, title, hours: { min, max } }], achievementTypes: [text] }, with whole hours; ' +
  'levels, hours, min, max and achievementTypes may be left out'

/** What each setting must be. */
const settings: Readonly<Record<keyof LintSettings, readonly [expected: string, test: Test]>> = {
  minimumCriteriaLength: ['a whole number', isWhole],
  boilerplate: texts,
  achievementTypeLabels: ['an object from achievement type to text', isMapOf(isText)],
  assessmentWords: texts,
  microcredentialTypes: texts,
  shownBy: ['evidence, result, attendance or undefined', isOneOf('evidence', 'result', 'attendance', undefined)],
  institutionIdentifiers: texts,
  creditUnits: texts,
  programTypes: texts,
  hashedIdentity: ['true or false', isOneOf(true, false)],
  sensitiveTopics: [
    'an array of { kind, labels: [text], phrases: [text] }',
    isListOf(hasMembers({ kind: isText, labels: texts[1], phrases: texts[1] })),
  ],
  levelFrameworks: texts,
  inProgressGrades: texts,
  practices: [`an array of ${practiceShape}`, isListOf(isPractice)],
}

const isLevel = isOneOf('error', 'warning', 'info')
const isFunction: Test = (value) => typeof value === 'function'

/** What each member that is read of a profile must be; its settings are looked at one by one. */
const members: Readonly<Record<string, readonly [expected: string, test: Test]>> = {
  rules: [
    'an array of lint rules',
    isListOf(
      hasMembers({
        id: isText,
        level: isLevel,
        codes: isMapOf(isObject),
        check: isFunction,
        links: isOptional(isFunction),
      }),
    ),
  ],
  levels: [
    'an object from rule or code to error, warning, info or off',
    isMapOf((level) => isLevel(level) || level === 'off'),
  ],
  settings: ['an object', isObject],
}

const begin = 'begin with one of lintProfiles and change what you need'

/**
 * Refuses what is no lint profile, before its rules trip over it.
 *
 * @throws `ERR_INVALID_OPTION`
 */
export function requireProfile(profile: unknown): void {
  if (!isObject(profile)) refuse('The lint profile', `the name of a profile, or an object; ${begin}`)
  for (const [name, [expected, test]] of Object.entries(members)) {
    if (!test(profile[name])) refuse(`The member \`${name}\` of the lint profile`, `${expected}; ${begin}`)
  }
  const given = profile['settings'] as Readonly<Record<string, unknown>>
  for (const [name, [expected, test]] of Object.entries(settings)) {
    if (!test(given[name])) refuse(`The lint setting \`${name}\``, expected)
  }
}

function refuse(what: string, expected: string): never {
  throw new CredentialsError('ERR_INVALID_OPTION', `${what} cannot be used`, {
    advice: `Give ${expected}`,
  })
}
