import { expect, it } from 'vitest'
import { ruleFindings, wholeRuleFindings } from '../../../../test/rule-findings.js'
import { badge, changed, endorsement, otherCredential } from '../../../../test/samples.js'
import { badgev1p1 } from '../../../../test/vcdm11-samples.js'
import { dateNames } from './date-names.js'

const date = '2036-01-01T00:00:00Z'

it('takes the names of its own version', () => {
  expect(ruleFindings(dateNames, 'AchievementCredential', badge)).toEqual([])
  expect(ruleFindings(dateNames, 'AchievementCredential', badgev1p1)).toEqual([])
})

it.each([
  [badge, 'expirationDate'],
  [badge, 'issuanceDate'],
  [badgev1p1, 'validUntil'],
  [badgev1p1, 'validFrom'],
])('reports the names of the other version (%#)', (document, member) => {
  expect(ruleFindings(dateNames, 'AchievementCredential', changed(document, `/${member}`, date))).toEqual([
    `error date-of-other-version /${member}`,
  ])
})

it('reports them of endorsements, and of credentials of other types', () => {
  const endorsed = changed(badge, '/endorsement', [changed(endorsement, '/expirationDate', date)])
  expect(ruleFindings(dateNames, 'AchievementCredential', endorsed)).toEqual([
    'error date-of-other-version /endorsement/0/expirationDate',
  ])
  expect(ruleFindings(dateNames, 'VerifiableCredential', changed(otherCredential, '/expirationDate', date))).toEqual([
    'error date-of-other-version /expirationDate',
  ])
})

it('says which name to write, or that it is there already', () => {
  const hintFor = (document: typeof badge): (string | undefined)[] =>
    wholeRuleFindings(dateNames, 'AchievementCredential', changed(document, '/expirationDate', date)).map(
      ({ hint }) => hint,
    )
  expect(hintFor(changed(badge, '/validUntil', undefined))).toEqual(['Write `validUntil`.'])
  expect(hintFor(badge)).toEqual(['Leave it out: `validUntil` is there.'])
})
