import { expect, it } from 'vitest'
import { ruleFindings, wholeRuleFindings } from '../../../../test/rule-findings.js'
import { badge, changed, endorsement, record } from '../../../../test/samples.js'
import { asVcdm11, badgev1p1 } from '../../../../test/vcdm11-samples.js'
import { contextRelease } from './context-release.js'

const openBadges = 'https://purl.imsglobal.org/spec/ob/v3p0/context'

it('takes the current release of each context, and contexts of others', () => {
  expect(ruleFindings(contextRelease, 'AchievementCredential', badge)).toEqual([])
  expect(ruleFindings(contextRelease, 'ClrCredential', record)).toEqual([])
  const others = ['https://university.example/context.json', `${openBadges}-next.json`, { name: 'urn:example:name' }, 7]
  const more = changed(badge, '/@context', [...(badge['@context'] as string[]), ...others])
  expect(ruleFindings(contextRelease, 'AchievementCredential', more)).toEqual([])
})

it.each([`${openBadges}.json`, `${openBadges}-3.0.2.json`])('warns of the earlier release %s', (url) => {
  expect(ruleFindings(contextRelease, 'AchievementCredential', changed(badge, '/@context/1', url))).toEqual([
    'warning context-outdated /@context/1',
  ])
})

it('names the current release', () => {
  const earlier = changed(record, '/@context/1', 'https://purl.imsglobal.org/spec/clr/v2p0/context.json')
  expect(wholeRuleFindings(contextRelease, 'ClrCredential', earlier)).toMatchObject([
    {
      message: 'This is an earlier release of the CLR 2.0 context.',
      hint: 'The current one is `https://purl.imsglobal.org/spec/clr/v2p0/context-2.0.1.json`.',
    },
  ])
})

it('warns of VCDM 1.1 once, whatever else the credential names', () => {
  const earlier = changed(badgev1p1, '/@context/1', `${openBadges}.json`)
  expect(ruleFindings(contextRelease, 'AchievementCredential', earlier)).toEqual(['warning context-outdated /@context'])
})

it('looks at endorsements too', () => {
  const endorsed = changed(badge, '/endorsement', [endorsement, asVcdm11(endorsement)])
  expect(ruleFindings(contextRelease, 'AchievementCredential', endorsed)).toEqual([
    'warning context-outdated /endorsement/1/@context',
  ])
})
