import type { JsonObject } from '@testamur/documents'
import { beforeAll, it } from 'vitest'
import { controlledDocument, method, named, withProofBy } from '../../../test/issuers.js'
import { course, learner, now, record, signed, type TestIssuer, testIssuer } from '../../../test/record.js'
import { statusEntry, statusList, statusUrl, encodedBits, listSubject } from '../../../test/status-lists.js'
import { compact, payloadOf, token, tokenIssuer } from '../../../test/tokens.js'
import { verdictOn, warningsOn } from '../../../test/verdict.js'
import { web } from '../../../test/web.js'
import { verify } from '../verify.js'

let university: TestIssuer
let stranger: TestIssuer
beforeAll(async () => { university = await testIssuer(); stranger = await testIssuer() })
const service = 'https://uni.example/refresh/1'
it('refresh by VP', async () => {
  const b = course(university.id, 1, { refreshService: { id: service, type: '1EdTechCredentialRefresh' }, validUntil: '2026-05-18T00:00:00Z' })
  b['@context'] = [...(b['@context'] as string[]), 'https://purl.imsglobal.org/spec/ob/v3p0/extensions.json']
  const old = await signed(b, university)
  for (const extra of [{}, { validFrom: '2026-05-20T00:00:00Z' }]) {
    const vp = { '@context': ['https://www.w3.org/ns/credentials/v2'], id: b['id'], type: ['VerifiablePresentation', 'VerifiableCredential'], holder: university.id, issuer: university.id, ...extra, credentialSubject: { id: learner } } as JsonObject
    const s = await withProofBy(university.signer, vp, { proofPurpose: 'authentication' }).catch((e) => e as Error)
    if (s instanceof Error) { console.log('vp', s.message); continue }
    const r = await verify(old, { now, fetch: web({ [service]: s }).fetch })
    console.log('refresh vp', r.outcome, r.mediaType, r.warnings.map((w) => w.code + w.detail), r.errors.map((w) => w.code))
  }
})
it('status list that is a presentation / array / nested subject', async () => {
  const badge = await signed(course(university.id, 1, { credentialStatus: statusEntry(7) }), university)
  const l = statusList(university.id, [7])
  for (const cs of [[l['credentialSubject']], [listSubject(encodedBits([])), l['credentialSubject']], { ...(l['credentialSubject'] as JsonObject), statusPurpose: ['suspension', 'revocation'] }]) {
    const s = await signed({ ...l, credentialSubject: cs as never }, university)
    console.log('list', await verdictOn(badge, { documents: { [statusUrl]: s } }))
  }
  // index forms
  for (const i of ['7', 7, '07', '7.0', ' 7', '-1', '1e1', '９', '131071', '131072', '99999999999999999999']) {
    const bb = await withProofBy(university.signer, course(university.id, 1, { credentialStatus: statusEntry(0, { statusListIndex: i as never }) })).catch((e) => e as Error)
    console.log('index', JSON.stringify(i), bb instanceof Error ? bb.message : await verdictOn(bb, { documents: { [statusUrl]: await signed(l, university) }, schema: 'warn' }))
  }
})
it('token kid oddities', async () => {
  const uni = tokenIssuer(); const evil = tokenIssuer('evil.example')
  const badge = course(uni.id, 1)
  const docs = { ...uni.documents, ...evil.documents }
  for (const kid of ['https://uni.example@evil.example/keys/1', 'https://evil.example/keys/1#https://uni.example', 'https://uni.example/../keys/1', 'https://UNI.example/keys/1', 'https://uni.example:443/keys/1', 'https://uni.example.evil.example/keys/1', 'key-1', '#key-1', '', 'did:key:zzz', '//evil.example/keys/1', 'https://uni.example\\@evil.example/keys/1', 'data:application/json,{}', 'http://uni.example/keys/1'])
    console.log('kid', kid, await verdictOn(token(payloadOf(badge), { ...evil, kid }), { documents: docs }))
})
it('jcs undefined term', async () => {
  const b = { ...course(university.id, 1), honors: 'x' }
  const s = await withProofBy(university.signer, b, { cryptosuite: 'eddsa-jcs-2022' })
  console.log('jcs', await verdictOn(s))
  const ok = await withProofBy(university.signer, course(university.id, 1), { cryptosuite: 'eddsa-jcs-2022' })
  console.log('jcs ok', await verdictOn(ok), await verdictOn({ ...ok, '@context': [...(ok['@context'] as string[]), 'https://w3id.org/security/data-integrity/v2'] }))
})
it('self accepted', async () => {
  const issuer = 'https://uni.example/issuers/1'
  const docs = { [issuer]: controlledDocument(issuer, [method(issuer + '#key-1', issuer, university)]) }
  const b = await withProofBy(stranger.signer, course(issuer, 1))
  console.log('accepted', await warningsOn(b, { documents: docs, acceptSelfAssertedKeys: true }))
  const did = 'did:web:uni.example'
  const c = await withProofBy(stranger.signer, course(did, 1))
  console.log('accepted', await warningsOn(c, { acceptSelfAssertedKeys: true }))
})
it('odd inputs', async () => {
  for (const i of [[], [[]], null, 1, true, '', ' ', '\ufeff{}', 'null', '[]', '"eyJ"', new Uint8Array(), new Uint8Array([0xff, 0xfe]), new Uint8Array([0x89, 0x50]), new Date(), new Map(), () => 1, Symbol('x'), { toJSON: () => 1 }, Object.create(null), new Proxy({}, { ownKeys() { throw new Error('x') } })])
    try { const r = await verify(i as never, { offline: true }); console.log('in', typeof i, r.outcome, r.errors.map((e) => e.code).join()) } catch (e) { console.log('THROW', String(typeof i), (e as Error).message) }
})
