import { expect, it } from 'vitest'
import { badge } from '../../test/samples.js'
import { checkInstance, checkRules } from './check-rules.js'
import type { Report, Rule, Surroundings } from './interface.js'

const nowhere: Surroundings = { contexts: () => undefined }

/** A rule that says of every instance of a class what it is told to. */
const ruleOf = (classes: Rule['classes'], say: (report: Report, pointer: string) => void): Rule => ({
  id: 'house-rule',
  classes,
  source: 'house style',
  check: ({ pointer }, report) => say(report, pointer),
})

const located = { value: badge, pointer: '/credential' }

it('makes findings of what a rule reports: an error, unless it says otherwise', () => {
  const rule = ruleOf(['AchievementCredential'], (report, pointer) => {
    report('member-missing', pointer, 'There must be more.')
    report('country-code', pointer, 'There should be less.', { level: 'warning', hint: 'Leave it out.' })
  })
  const same = { rule: 'house-rule', pointer: '/credential', source: 'house style' }
  expect(checkRules('AchievementCredential', located, [rule], { contexts: () => undefined })).toEqual([
    { ...same, level: 'error', code: 'member-missing', message: 'There must be more.' },
    { ...same, level: 'warning', code: 'country-code', message: 'There should be less.', hint: 'Leave it out.' },
  ])
})

it('has no member `hint` where a rule gives none', () => {
  const rule = ruleOf(['AchievementCredential'], (report) => report('country-code', '', 'No.', { hint: undefined }))
  expect(
    Object.keys(checkRules('AchievementCredential', located, [rule], { contexts: () => undefined })[0] ?? {}),
  ).not.toContain('hint')
})

it('asks each rule of the instances of its classes alone', () => {
  const rule = ruleOf(['Criteria', 'Result'], (report, pointer) => report('country-code', pointer, 'Here.'))
  expect(
    checkRules('AchievementCredential', located, [rule], { contexts: () => undefined }).map(({ pointer }) => pointer),
  ).toEqual([
    '/credential/credentialSubject/achievement/criteria',
    '/credential/credentialSubject/result/0',
    '/credential/credentialSubject/result/1',
    '/credential/credentialSubject/result/2',
  ])
})

it('keeps lists of rules apart', () => {
  const rule = ruleOf(['AchievementCredential'], (report) => report('country-code', '', 'Here.'))
  for (const [rules, count] of [
    [[], 0],
    [[rule], 1],
    [[rule, rule], 2],
    [[], 0],
  ] as const)
    expect(checkRules('AchievementCredential', located, rules, { contexts: () => undefined })).toHaveLength(count)
})

it('hands over the surroundings', () => {
  const asked: string[] = []
  const contexts: Surroundings['contexts'] = (url) => {
    asked.push(url)
    return undefined
  }
  const rule: Rule = {
    ...ruleOf(['AchievementCredential'], () => {}),
    check: (_instance, _report, surroundings) => surroundings.contexts('https://university.example/context.json'),
  }
  checkRules('AchievementCredential', located, [rule], { contexts })
  expect(asked).toEqual(['https://university.example/context.json'])
})

it('checks a presentation as one instance', () => {
  const rule = ruleOf(['VerifiablePresentation'], (report, pointer) => report('country-code', pointer, 'Here.'))
  const presentation = {
    value: {},
    pointer: '',
    className: 'VerifiablePresentation',
    version: '2.0',
    isEmbedded: false,
  } as const
  expect(checkInstance(presentation, [rule], nowhere)).toHaveLength(1)
})
