import { expect, it } from 'vitest'
import { ruleFindings, wholeRuleFindings } from '../../../../test/rule-findings.js'
import { badge, changed, endorsement, record } from '../../../../test/samples.js'
import { asVcdm11 } from '../../../../test/vcdm11-samples.js'
import { endorsementJwt } from './endorsement-jwt.js'

const base64url = (text: string): string => Buffer.from(text, 'utf8').toString('base64url')
const jws = (payload: unknown): string => `${base64url('{"alg":"EdDSA"}')}.${base64url(JSON.stringify(payload))}.c2ln`
const found = (...jwts: (string | number)[]): string[] =>
  ruleFindings(endorsementJwt, 'AchievementCredential', changed(badge, '/endorsementJwt', jwts))

const endorsementv1p1 = changed(asVcdm11(endorsement), '/issuer', {
  id: 'https://employer.example',
  type: ['Profile'],
  name: 'Zürcher Käse',
})

it('takes an endorsement of either version', () => {
  expect(found(jws({ ...endorsement, iss: 'https://employer.example' }), jws({ vc: endorsementv1p1 }))).toEqual([])
})

it('takes a nameless one of VCDM 1.1, as it does unsigned', () => {
  expect(found(jws({ vc: changed(endorsementv1p1, '/name', undefined) }))).toEqual([])
})

it.each([
  ['another credential', jws(badge)],
  ['an endorsement that the schema refuses', jws(changed(endorsement, '/name', undefined))],
  ['no object', jws([endorsement])],
  ['a claim `vc` that is no object', jws({ ...endorsement, vc: 'no' })],
  ['no JSON', `e30.${base64url('endorsement')}.c2ln`],
  ['no base64', 'e30.a.c2ln'],
  ['an empty payload', 'e30..c2ln'],
])('reports %s', (_, jwt) => {
  expect(found(jws(endorsement), jwt)).toEqual(['error endorsement-jwt /endorsementJwt/1'])
})

it('says what the schema says of it', () => {
  const wrong = changed(badge, '/endorsementJwt', [jws(changed(endorsement, '/name', undefined))])
  expect(wholeRuleFindings(endorsementJwt, 'AchievementCredential', wrong)[0]?.message).toContain(
    'An `EndorsementCredential` needs `name`.',
  )
})

it('leaves what is no compact JWS to the schema', () => {
  expect(found('endorsement', 'a.b', 7)).toEqual([])
})

it.each(['/credentialSubject/achievement/0', '/issuer', ''])('looks at the endorsements of %j in a record', (place) => {
  const endorsed = changed(record, `${place}/endorsementJwt`, [jws(badge)])
  expect(ruleFindings(endorsementJwt, 'ClrCredential', endorsed)).toEqual([
    `error endorsement-jwt ${place}/endorsementJwt/0`,
  ])
})
