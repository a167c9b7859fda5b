import { expect, it } from 'vitest'
import { ruleFindings, wholeRuleFindings } from '../../../../test/rule-findings.js'
import { badge, changed, otherCredential } from '../../../../test/samples.js'
import { badgev1p1 } from '../../../../test/vcdm11-samples.js'
import { claimedSchema } from './claimed-schema.js'

const openBadges = 'https://purl.imsglobal.org/spec/ob/v3p0/schema/json/ob_v3p0'
const clr = 'https://purl.imsglobal.org/spec/clr/v2p0/schema/json-ld/clr_v2p0'
const claiming = (document: typeof badge, ...ids: (string | number)[]): typeof badge =>
  changed(
    document,
    '/credentialSchema',
    ids.map((id) => ({ id, type: '1EdTechJsonSchemaValidator2019' })),
  )

it('takes the schema of the credential’s own class, of either version of VCDM', () => {
  const own = [`${openBadges}_achievementcredential_schema.json`, `${openBadges}_anyachievementcredential_schema.json`]
  expect(ruleFindings(claimedSchema, 'AchievementCredential', claiming(badge, ...own))).toEqual([])
  expect(ruleFindings(claimedSchema, 'AchievementCredential', claiming(badgev1p1, ...own))).toEqual([])
})

it('says nothing of what the schema of its own class finds anyway', () => {
  const wrong = changed(badge, '/name', 7)
  expect(
    ruleFindings(
      claimedSchema,
      'AchievementCredential',
      claiming(wrong, `${openBadges}_achievementcredential_schema.json`),
    ),
  ).toEqual([])
})

it('reports an official schema that the credential does not meet', () => {
  for (const [url, document] of [
    [`${clr}_clrcredential_schema.json`, badge],
    [`${openBadges}_endorsementcredential_schema.json`, badgev1p1],
  ] as const)
    expect(
      ruleFindings(claimedSchema, 'AchievementCredential', claiming(document, 'https://university.example/a', url)),
    ).toEqual(['error claimed-schema-unmet /credentialSchema/1'])
})

it('says which class the schema is of, and what is wrong', () => {
  const wrong = claiming(badge, `${clr}_anyclrcredential_schema.json`)
  const [finding] = wholeRuleFindings(claimedSchema, 'AchievementCredential', wrong)
  expect(finding?.message).toMatch(/schema it names, which is of `ClrCredential`: .*`/)
})

it('holds a credential of another type to it', () => {
  const claimed = claiming(otherCredential, `${openBadges}_achievementcredential_schema.json`)
  expect(ruleFindings(claimedSchema, 'VerifiableCredential', claimed)).toEqual([
    'error claimed-schema-unmet /credentialSchema/0',
  ])
})

it('knows nothing of the schemas of others', () => {
  const others = [
    'https://university.example/ob_v3p0_clrcredential_schema.json',
    `${openBadges}_profile_schema.json`,
    `${openBadges}_constructor_schema.json`,
    7,
  ]
  expect(ruleFindings(claimedSchema, 'AchievementCredential', claiming(badge, ...others))).toEqual([])
})
