import { readFileSync } from 'node:fs'
import { DataIntegrityProof } from '@digitalbazaar/data-integrity'
import { generate } from '@digitalbazaar/ed25519-multikey'
import { cryptosuite } from '@digitalbazaar/eddsa-rdfc-2022-cryptosuite'
import * as vc from '@digitalbazaar/vc'
import { clrFromPescTranscript } from '@testamur/adapters/pesc'
import { contextSource } from '@testamur/documents'
import { memoryKeyStore } from '@testamur/proofs/key-stores/memory'
import { issue, verify } from 'testamur'
import { beforeAll, describe, expect, it } from 'vitest'
import { describeWithReference, referencePath } from '../reference.js'

// Stock @digitalbazaar/vc with its own cryptosuite, given nothing of ours but the contexts and the public key.
const contexts = contextSource()

function documentLoader(keys: Record<string, object>): Parameters<typeof vc.verifyCredential>[0]['documentLoader'] {
  return async (url) => {
    const document = keys[url] ?? contexts(url)
    if (document === undefined) throw new Error(`the peer asked for ${url}`)
    return { contextUrl: null, documentUrl: url, document }
  }
}

/** The documents a peer dereferences for a did:key: its verification method and its controller. */
function didKeyDocuments(did: string): Record<string, object> {
  const id = `${did}#${did.slice('did:key:'.length)}`
  const method = {
    '@context': 'https://w3id.org/security/multikey/v1',
    id,
    type: 'Multikey',
    controller: did,
    publicKeyMultibase: did.slice('did:key:'.length),
  }
  const controller = {
    '@context': ['https://www.w3.org/ns/did/v1', 'https://w3id.org/security/multikey/v1'],
    id: did,
    assertionMethod: [method],
  }
  return { [id]: method, [did]: controller }
}

async function peerVerifies(credential: object, did: string): Promise<true | unknown> {
  const suite = new DataIntegrityProof({ cryptosuite })
  const outcome = await vc.verifyCredential({
    credential,
    suite,
    documentLoader: documentLoader(didKeyDocuments(did)),
    now: new Date(),
  })
  return outcome.verified || outcome.error
}

const innerOf = (clr: object): object[] =>
  (clr as { credentialSubject: { verifiableCredential: object[] } }).credentialSubject.verifiableCredential

describeWithReference('records from PESC samples, against @digitalbazaar/vc', () => {
  describe.each(['utaustin-v1.8', 'butte-v1.6', 'lethbridge-1-v1.9'])('%s', (sample) => {
    let did: string
    let clr: object

    beforeAll(async () => {
      const keys = memoryKeyStore()
      const { controller, verificationMethod } = await keys.generate()
      did = controller
      const xml = readFileSync(referencePath('reference', 'pesc', 'samples', 'college', `${sample}.xml`))
      const issuer = { id: did, type: ['Profile'] as ['Profile'], name: 'Example University' }
      const { credential } = clrFromPescTranscript(xml, { issuer, validFrom: new Date(Date.now() - 60_000) })
      clr = await issue(credential, { signer: await keys.getSigner(verificationMethod) })
    })

    it('verifies here, every inner credential included', async () => {
      const report = await verify(clr, { offline: true })
      expect(report.errors).toEqual([])
      expect(report.outcome).toBe('verified')
      expect(report.credentials).toHaveLength(innerOf(clr).length)
    })

    it('verifies with the peer: the record', async () => {
      expect(await peerVerifies(clr, did)).toBe(true)
    })

    it('verifies with the peer: every inner credential', async () => {
      for (const credential of innerOf(clr)) expect(await peerVerifies(credential, did)).toBe(true)
    })
  })
})

describe('credentials that @digitalbazaar/vc signed', () => {
  it('verify here', async () => {
    const pair = await generate()
    const did = `did:key:${pair.publicKeyMultibase}`
    Object.assign(pair, { id: `${did}#${pair.publicKeyMultibase}`, controller: did })
    const suite = new DataIntegrityProof({ signer: pair.signer(), cryptosuite, date: '2026-06-01T00:00:00Z' })
    const credential = {
      '@context': [
        'https://www.w3.org/ns/credentials/v2',
        'https://purl.imsglobal.org/spec/ob/v3p0/context-3.0.3.json',
      ],
      id: 'urn:uuid:8f4a8f52-6fb1-4ed4-a2d9-9f1ad0b1d2b1',
      type: ['VerifiableCredential', 'OpenBadgeCredential'],
      issuer: { id: did, type: ['Profile'], name: 'Example University' },
      validFrom: '2026-05-17T00:00:00Z',
      credentialSubject: {
        id: 'urn:uuid:1b1f5c0e-55a5-4f0a-8e9f-0c7f5b9d7c11',
        type: ['AchievementSubject'],
        creditsEarned: 1.5,
        achievement: {
          id: 'urn:uuid:5e4f7c9a-8a3b-4b39-8a2c-111111111111',
          type: ['Achievement'],
          name: 'Calculus I',
          description: 'Limits and derivatives',
          criteria: { narrative: 'Passed the final exam' },
        },
      },
    }
    const signed = await vc.issue({ credential, suite, documentLoader: documentLoader({}) })
    expect(await verify(signed, { offline: true, now: new Date('2026-06-02T00:00:00Z') })).toMatchObject({
      outcome: 'verified',
      errors: [],
    })
  })
})
