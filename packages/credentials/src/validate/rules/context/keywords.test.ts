import { expect, it } from 'vitest'
import { ruleFindings } from '../../../../test/rule-findings.js'
import { badge, changed } from '../../../../test/samples.js'
import { keywords } from './keywords.js'

const found = (pointer: string, value: string | object): string[] =>
  ruleFindings(keywords, 'AchievementCredential', changed(badge, pointer, value as never))

it('takes plain names, and texts with their language', () => {
  expect(ruleFindings(keywords, 'AchievementCredential', badge)).toEqual([])
  expect(found('/name', { '@value': 'Algebra', '@language': 'en' })).toEqual([])
})

it.each(['@id', '@type', '@graph', '@included', '@nest', '@index', '@reverse'])('refuses %s', (keyword) => {
  expect(found(`/credentialSubject/${keyword}`, 'urn:example:x')).toEqual([
    `error keyword-as-name /credentialSubject/${keyword}`,
  ])
})

it('looks into arrays and into members of other vocabularies, not into contexts', () => {
  expect(found('/extension', [{ part: { '@id': 'urn:example:x' } }])).toEqual([
    'error keyword-as-name /extension/0/part/@id',
  ])
  expect(found('/@context/2', { '@vocab': 'https://university.example/terms#' })).toEqual([])
})
