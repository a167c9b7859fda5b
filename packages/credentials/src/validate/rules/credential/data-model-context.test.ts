import { expect, it } from 'vitest'
import { ruleFindings, wholeRuleFindings } from '../../../../test/rule-findings.js'
import { changed, otherCredential, presentation } from '../../../../test/samples.js'
import { asVcdm11 } from '../../../../test/vcdm11-samples.js'
import { dataModelContext } from './data-model-context.js'

const v2 = 'https://www.w3.org/ns/credentials/v2'
const found = (context: Parameters<typeof changed>[2]): string[] =>
  ruleFindings(dataModelContext, 'VerifiableCredential', changed(otherCredential, '/@context', context))

it('takes the context of either version first, then URLs and inline contexts', () => {
  expect(ruleFindings(dataModelContext, 'VerifiableCredential', otherCredential)).toEqual([])
  expect(ruleFindings(dataModelContext, 'VerifiableCredential', asVcdm11(otherCredential))).toEqual([])
  expect(found([v2, 'https://library.example/context.json', { card: 'https://library.example/card' }])).toEqual([])
})

it('takes the same of a presentation', () => {
  expect(ruleFindings(dataModelContext, 'VerifiablePresentation', presentation)).toEqual([])
  const without = changed(presentation, '/@context', undefined)
  expect(wholeRuleFindings(dataModelContext, 'VerifiablePresentation', without)).toMatchObject([
    { code: 'member-missing', pointer: '', message: 'A `VerifiablePresentation` needs `@context`.' },
  ])
})

it('reports a missing context, and one that is no array', () => {
  expect(found(undefined)).toEqual(['error member-missing '])
  for (const alone of [v2, { card: 'https://library.example/card' }, null, 7])
    expect(found(alone)).toEqual(['error value-kind /@context'])
})

it('reports another context in the first place', () => {
  expect(found(['https://library.example/context.json', v2])).toEqual(['error context-position /@context/0'])
  expect(found([])).toEqual(['error context-position /@context'])
})

it('reports entries that are neither a URL nor an inline context', () => {
  expect(found([v2, 'context.json', null, [v2]])).toEqual([
    'error value-format /@context/1',
    'error value-format /@context/2',
    'error value-format /@context/3',
  ])
})
