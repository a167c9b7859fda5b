import { expect, it } from 'vitest'
import { ruleFindings } from '../../../../test/rule-findings.js'
import { badge, changed } from '../../../../test/samples.js'
import { countryCode } from './country-code.js'

const found = (code: string | number): string[] =>
  ruleFindings(
    countryCode,
    'AchievementCredential',
    changed(badge, '/issuer/address', { type: ['Address'], addressCountryCode: code }),
  )

it('takes two capital letters, and an address without a code', () => {
  expect(found('AT')).toEqual([])
  expect(ruleFindings(countryCode, 'Address', { type: ['Address'] })).toEqual([])
})

it.each(['us', 'USA', 'Austria', ''])('warns of %j', (code) => {
  expect(found(code)).toEqual(['warning country-code /issuer/address/addressCountryCode'])
})

it('leaves what is no text to the schema', () => {
  expect(found(43)).toEqual([])
})
