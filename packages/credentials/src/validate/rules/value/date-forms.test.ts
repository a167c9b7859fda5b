import { expect, it } from 'vitest'
import { ruleFindings } from '../../../../test/rule-findings.js'
import { badge, changed } from '../../../../test/samples.js'
import { dateForms } from './date-forms.js'

const found = (date: string): string[] =>
  ruleFindings(dateForms, 'AchievementCredential', changed(badge, '/validFrom', date))

it.each(['2026-05-31T09:00:00Z', '2026-05-31T09:00:00.5-05:00'])('takes %s', (date) => {
  expect(found(date)).toEqual([])
})

it.each(['2026-05-31 09:00:00Z', '2026-05-31t09:00:00z', '2026-05-31T09:00:00+0200'])('warns of %s', (date) => {
  expect(found(date)).toEqual(['warning date-form /validFrom'])
})

it('leaves what is no date to the schema', () => {
  expect(found('soon')).toEqual([])
})
