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

it('asks a rule of members only where one is there, and not fine', () => {
  const asked: string[] = []
  const rule: Rule = {
    id: 'house-rule',
    classes: ['Achievement', 'Criteria', 'Profile'],
    source: 'house style',
    members: (className) => new Set(className === 'Criteria' ? ['narrative', 'id'] : ['name']),
    isFine: (value, member) => member === 'name' && typeof value === 'string',
    check: ({ className }) => asked.push(className),
  }
  checkRules('AchievementCredential', located, [rule], nowhere)
  expect(asked).toEqual(['Criteria'])
  checkRules('AchievementCredential', located, [{ ...rule, isFine: undefined }], nowhere)
  expect(asked).toEqual(['Criteria', 'Profile', 'Achievement', 'Criteria'])
})

it('asks a rule of every instance of a class of which it names no members', () => {
  const asked: string[] = []
  const rule: Rule = {
    id: 'house-rule',
    classes: ['Criteria', 'Profile'],
    source: 'house style',
    members: (className) => (className === 'Criteria' ? new Set(['image']) : undefined),
    check: ({ className }) => asked.push(className),
  }
  checkRules('AchievementCredential', located, [rule], nowhere)
  expect(asked).toEqual(['Profile'])
})

it('tells a rule of which instance a value is', () => {
  const seen: string[] = []
  const rule: Rule = {
    ...ruleOf(['Criteria'], () => {}),
    members: () => new Set(['narrative']),
    isFine: (_value, member, { className, pointer }) => seen.push(`${className} ${pointer} ${member}`) > 0,
  }
  checkRules('AchievementCredential', located, [rule], nowhere)
  expect(seen).toEqual(['Criteria /credential/credentialSubject/achievement/criteria narrative'])
})

it('keeps the order of the list, whichever rules are asked for their members', () => {
  const say = (id: string): Rule => ({
    ...ruleOf(['Criteria'], (report, pointer) => report('country-code', pointer, id)),
    id,
  })
  const narrative = { members: () => new Set(['narrative']) }
  const all = [{ ...say('a'), ...narrative }, say('b'), { ...say('c'), ...narrative }]
  expect(checkRules('AchievementCredential', located, all, nowhere).map(({ rule }) => rule)).toEqual(['a', 'b', 'c'])
})

it('asks nothing about what stands at an excepted place', () => {
  const rule = ruleOf(['Criteria', 'Result'], (report, pointer) => report('country-code', pointer, 'Here.'))
  const except = new Set(['/credential/credentialSubject/achievement', '/credential/credentialSubject/result/1'])
  expect(
    checkRules('AchievementCredential', located, [rule], { ...nowhere, except }).map(({ pointer }) => pointer),
  ).toEqual(['/credential/credentialSubject/result/0', '/credential/credentialSubject/result/2'])
})
