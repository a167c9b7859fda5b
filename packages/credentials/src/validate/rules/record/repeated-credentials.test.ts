import { expect, it } from 'vitest'
import { ruleFindings } from '../../../../test/rule-findings.js'
import { badge, changed, record } from '../../../../test/samples.js'
import { repeatedCredentials } from './repeated-credentials.js'

const credentials = '/credentialSubject/verifiableCredential'

it('takes credentials with ids of their own, or with none', () => {
  expect(ruleFindings(repeatedCredentials, 'ClrCredential', record)).toEqual([])
  const nameless = changed(badge, '/id', undefined)
  expect(
    ruleFindings(repeatedCredentials, 'ClrCredential', changed(record, credentials, [nameless, nameless])),
  ).toEqual([])
})

it('warns of each further credential with the same id', () => {
  expect(
    ruleFindings(repeatedCredentials, 'ClrCredential', changed(record, credentials, [badge, record, badge, badge])),
  ).toEqual([`warning identifier-repeated ${credentials}/2/id`, `warning identifier-repeated ${credentials}/3/id`])
})
