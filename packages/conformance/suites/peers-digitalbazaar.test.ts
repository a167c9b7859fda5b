import { readFileSync } from 'node:fs'
import { DataIntegrityProof } from '@digitalbazaar/data-integrity'
import { generate as generateEcdsa } from '@digitalbazaar/ecdsa-multikey'
import { cryptosuite as ecdsaRdfc2019 } from '@digitalbazaar/ecdsa-rdfc-2019-cryptosuite'
import { generate } from '@digitalbazaar/ed25519-multikey'
import { Ed25519Signature2020 } from '@digitalbazaar/ed25519-signature-2020'
import { Ed25519VerificationKey2020 } from '@digitalbazaar/ed25519-verification-key-2020'
import { cryptosuite as eddsaRdfc2022 } from '@digitalbazaar/eddsa-rdfc-2022-cryptosuite'
import * as vc from '@digitalbazaar/vc'
import { clrFromPescTranscript } from '@testamur/adapters/pesc'
import { contextSource, type JsonObject, type VerifiableCredential } from '@testamur/documents'
import { addProof } from '@testamur/proofs'
import { memoryKeyStore } from '@testamur/proofs/key-stores/memory'
import { issue, verify } from 'testamur'
import { beforeAll, describe, expect, it } from 'vitest'
import { describeWithReference, referencePath } from '../reference.js'
import {
  badge,
  badgeOfVersion1,
  didDocument,
  didKeyDocuments,
  didKeyParty,
  multikeyMethod,
  now,
  type Party,
  record,
} from './interop-records.js'

// Stock @digitalbazaar/vc with its own cryptosuites, given nothing of ours but the contexts and the public keys.
const contexts = contextSource()
const suites = (): unknown[] => [
  new DataIntegrityProof({ cryptosuite: eddsaRdfc2022 }),
  new DataIntegrityProof({ cryptosuite: ecdsaRdfc2019 }),
]

function documentLoader(keys: Record<string, object>): Parameters<typeof vc.verifyCredential>[0]['documentLoader'] {
  return async (url) => {
    const document = keys[url] ?? contexts(url)
    if (document === undefined) throw new Error(`the peer asked for ${url}`)
    return { contextUrl: null, documentUrl: url, document }
  }
}

async function peerVerifies(credential: object, keys: Record<string, object>, at: Date = now): Promise<unknown> {
  const options = { credential, suite: suites(), documentLoader: documentLoader(keys), now: at }
  const outcome = await vc.verifyCredential(options)
  return outcome.verified || outcome.error
}

const innerOf = (clr: object): object[] =>
  (clr as { credentialSubject: { verifiableCredential: object[] } }).credentialSubject.verifiableCredential

const verified = { outcome: 'verified', errors: [], warnings: [] }

describeWithReference('records from PESC samples, against @digitalbazaar/vc', () => {
  describe.each(['utaustin-v1.8', 'butte-v1.6', 'lethbridge-1-v1.9'])('%s', (sample) => {
    let keys: Record<string, object>
    let clr: object

    beforeAll(async () => {
      const store = memoryKeyStore()
      const { controller, verificationMethod } = await store.generate()
      keys = didKeyDocuments(controller)
      const xml = readFileSync(referencePath('reference', 'pesc', 'samples', 'college', `${sample}.xml`))
      const issuer = { id: controller, type: ['Profile'] as ['Profile'], name: 'Example University' }
      const { credential } = clrFromPescTranscript(xml, { issuer, validFrom: new Date(Date.now() - 60_000) })
      clr = await issue(credential, { signer: await store.getSigner(verificationMethod) })
    })

    it('verifies here, every inner credential included', async () => {
      const report = await verify(clr, { offline: true })
      expect(report.errors).toEqual([])
      expect(report.outcome).toBe('verified')
      expect(report.credentials).toHaveLength(innerOf(clr).length)
    })

    it('verifies with the peer: the record', async () => {
      expect(await peerVerifies(clr, keys, new Date())).toBe(true)
    })

    it('verifies with the peer: every inner credential', async () => {
      for (const credential of innerOf(clr)) expect(await peerVerifies(credential, keys, new Date())).toBe(true)
    })
  })
})

describe('what is issued here verifies with @digitalbazaar/vc', () => {
  it.each(['EdDSA', 'ES256', 'ES384'] as const)(
    'a badge signed by %s, and not when it was changed',
    async (algorithm) => {
      const { id, signer } = await didKeyParty(algorithm)
      const signed = await issue(badge(id, 1), { signer, now })
      expect(await verify(signed, { offline: true, now })).toMatchObject(verified)
      expect(await peerVerifies(signed, didKeyDocuments(id))).toBe(true)
      const changed = { ...signed, name: 'Doctor of Medicine' }
      expect(await peerVerifies(changed, didKeyDocuments(id))).not.toBe(true)
    },
  )

  it('a badge with a set of proofs by two keys of its issuer', async () => {
    const did = 'did:web:uni.example'
    const parties = [await didKeyParty('EdDSA'), await didKeyParty('ES256')] as const
    const methods = parties.map((party, index) =>
      multikeyMethod(`${did}#key-${index}`, did, party.id.slice('did:key:'.length)),
    )
    const [first, second] = parties.map(({ signer }, index) => ({
      ...signer,
      verificationMethod: `${did}#key-${index}`,
    })) as [Party['signer'], Party['signer']]
    const one = await issue(badge(did, 1), { signer: first, now })
    const both = await addProof(one as unknown as VerifiableCredential, { signer: second, contexts, created: now })
    const controller = didDocument(did, methods)
    const keys = { [did]: controller, ...Object.fromEntries(methods.map((method) => [String(method['id']), method])) }
    expect(await peerVerifies(both, keys)).toBe(true)
    const documents = { 'https://uni.example/.well-known/did.json': controller }
    expect(await verify(both, { offline: true, documents, now })).toMatchObject(verified)
  })

  it('a record of badges by issuers with other kinds of keys, and every badge in it', async () => {
    const university = await didKeyParty('ES384')
    const others = [await didKeyParty('EdDSA'), await didKeyParty('ES256')]
    const transferred = await Promise.all(
      others.map(({ id, signer }, index) => issue(badge(id, index + 2), { signer, now })),
    )
    const { id, signer } = university
    const clr = await issue(record(id, [badge(id, 1), ...transferred]), { signer, now })
    expect(await verify(clr, { offline: true, now })).toMatchObject(verified)
    const keys = didKeyDocuments(id, ...others.map((party) => party.id))
    for (const credential of [clr, ...innerOf(clr)]) expect(await peerVerifies(credential, keys)).toBe(true)
  })

  it('a presentation that answers a challenge, with the badge in it', async () => {
    const university = await didKeyParty('ES256')
    const holder = await didKeyParty()
    const presentation = {
      '@context': ['https://www.w3.org/ns/credentials/v2'],
      type: ['VerifiablePresentation'],
      holder: holder.id,
      verifiableCredential: [await issue(badge(university.id, 1), { signer: university.signer, now })],
    }
    const asked = { challenge: '3f9c', domain: 'https://employer.example' }
    const shown = await addProof(presentation as unknown as VerifiableCredential, {
      signer: holder.signer,
      contexts,
      created: now,
      proofPurpose: 'authentication',
      ...asked,
    })
    const loader = documentLoader(didKeyDocuments(university.id, holder.id))
    const outcome = await vc.verify({ presentation: shown, suite: suites(), documentLoader: loader, now, ...asked })
    expect(outcome.verified || outcome.error).toBe(true)
    const replayed = { presentation: shown, suite: suites(), documentLoader: loader, now, ...asked, challenge: 'other' }
    expect((await vc.verify(replayed)).verified).toBe(false)
    expect(await verify(shown, { offline: true, now, ...asked })).toMatchObject({ outcome: 'verified', errors: [] })
  })
})

describe('what @digitalbazaar/vc issues verifies here', () => {
  const date = '2026-06-01T00:00:00Z'
  const loader = documentLoader({})

  /** A suite of the peer that signs as a did:key. */
  async function peer(kind: 'Ed25519' | 'P-256' | 'P-384'): Promise<{ id: string; suite: unknown }> {
    const pair = kind === 'Ed25519' ? await generate() : await generateEcdsa({ curve: kind })
    const { publicKeyMultibase } = (await pair.export({ publicKey: true })) as { publicKeyMultibase: string }
    const id = `did:key:${publicKeyMultibase}`
    Object.assign(pair, { id: `${id}#${publicKeyMultibase}`, controller: id })
    const cryptosuite = kind === 'Ed25519' ? eddsaRdfc2022 : ecdsaRdfc2019
    return { id, suite: new DataIntegrityProof({ signer: pair.signer(), cryptosuite, date }) }
  }

  it.each(['Ed25519', 'P-256', 'P-384'] as const)('a badge signed by %s, and not when it was changed', async (kind) => {
    const { id, suite } = await peer(kind)
    const signed = await vc.issue({ credential: badge(id, 1), suite, documentLoader: loader })
    expect(await verify(signed, { offline: true, now })).toMatchObject(verified)
    const changed = await verify({ ...signed, name: 'Doctor of Medicine' }, { offline: true, now })
    expect(changed.errors.map(({ code, pointer }) => [code, pointer])).toEqual([['signature-invalid', '/proof']])
  })

  it('a badge of version 1.1 of the data model, by Ed25519Signature2020', async () => {
    const key = await Ed25519VerificationKey2020.generate()
    const id = `did:key:${key.publicKeyMultibase}`
    Object.assign(key, { id: `${id}#${key.publicKeyMultibase}`, controller: id })
    const suite = new Ed25519Signature2020({ key, date })
    const credential = badgeOfVersion1(id, 1, ['https://w3id.org/security/suites/ed25519-2020/v1'])
    const signed = await vc.issue({ credential, suite, documentLoader: loader })
    expect(signed).toMatchObject({ proof: { type: 'Ed25519Signature2020' } })
    const oldVersion = { code: 'rule-broken', pointer: '/@context' }
    expect(await verify(signed, { offline: true, now })).toMatchObject({ ...verified, warnings: [oldVersion] })
    const changed = await verify({ ...signed, name: 'Doctor of Medicine' }, { offline: true, now })
    expect(changed.errors.map(({ code, pointer }) => [code, pointer])).toEqual([['signature-invalid', '/proof']])
  })

  it('a record of badges that it signed by other keys', async () => {
    const university = await peer('P-256')
    const college = await peer('Ed25519')
    const inner = await Promise.all(
      [university, college].map(({ id, suite }, index) =>
        vc.issue({ credential: badge(id, index + 1), suite, documentLoader: loader }),
      ),
    )
    const credential = record(university.id, inner)
    const clr = await vc.issue({ credential, suite: university.suite, documentLoader: loader })
    const report = await verify(clr, { offline: true, now })
    expect(report).toMatchObject(verified)
    expect(report.credentials.map(({ outcome }) => outcome)).toEqual(['verified', 'verified'])
  })

  it('a presentation that answers a challenge, and no other', async () => {
    const university = await peer('P-384')
    const holder = await peer('Ed25519')
    const shown = await vc.signPresentation({
      presentation: {
        '@context': ['https://www.w3.org/ns/credentials/v2'],
        type: ['VerifiablePresentation'],
        holder: holder.id,
        verifiableCredential: [
          await vc.issue({ credential: badge(university.id, 1), suite: university.suite, documentLoader: loader }),
        ],
      } as JsonObject,
      suite: holder.suite,
      challenge: '3f9c',
      domain: 'https://employer.example',
      documentLoader: loader,
    })
    const asked = { challenge: '3f9c', domain: 'https://employer.example' }
    expect(await verify(shown, { offline: true, now, ...asked })).toMatchObject({ outcome: 'verified', errors: [] })
    expect(await verify(shown, { offline: true, now, challenge: 'other' })).toMatchObject({
      outcome: 'rejected',
      errors: [{ code: 'proof-challenge', pointer: '/proof/challenge' }],
    })
  })
})
