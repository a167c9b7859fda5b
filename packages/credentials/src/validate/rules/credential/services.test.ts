import { expect, it } from 'vitest'
import { ruleFindings } from '../../../../test/rule-findings.js'
import { badge, changed, otherCredential } from '../../../../test/samples.js'
import { services } from './services.js'

const service = (id: string | number) => ({ id, type: 'Service' })

it('takes addresses of https, and identifiers that are no addresses', () => {
  expect(ruleFindings(services, 'AchievementCredential', badge)).toEqual([])
  for (const id of ['https://university.example/status', 'did:web:university.example', 'http', 7])
    expect(ruleFindings(services, 'AchievementCredential', changed(badge, '/credentialStatus', service(id)))).toEqual(
      [],
    )
})

it.each(['credentialStatus', 'refreshService', 'credentialSchema'])('warns of an address of http in %s', (member) => {
  const overHttp = service('HTTP://university.example/service')
  expect(ruleFindings(services, 'AchievementCredential', changed(badge, `/${member}`, overHttp))).toEqual([
    `warning service-not-https /${member}/id`,
  ])
  expect(ruleFindings(services, 'VerifiableCredential', changed(otherCredential, `/${member}`, [overHttp]))).toEqual([
    `warning service-not-https /${member}/0/id`,
  ])
})

it('warns of a status list at an address of http', () => {
  const entry = { type: 'BitstringStatusListEntry', statusListCredential: 'http://university.example/list' }
  expect(ruleFindings(services, 'AchievementCredential', changed(badge, '/credentialStatus', entry))).toEqual([
    'warning service-not-https /credentialStatus/statusListCredential',
  ])
})
