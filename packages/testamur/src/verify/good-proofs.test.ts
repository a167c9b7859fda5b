import type { JsonObject } from '@testamur/documents'
import { type RemoteDocumentCache, remoteDocumentCache } from '@testamur/proofs/dids'
import { beforeAll, describe, expect, it } from 'vitest'
import { controlledDocument, method, named, withProofBy } from '../../test/issuers.js'
import { course, now, signed, type TestIssuer, testIssuer } from '../../test/record.js'
import { statusEntry, statusList, statusUrl } from '../../test/status-lists.js'
import { verdictOn } from '../../test/verdict.js'
import { web } from '../../test/web.js'

let university: TestIssuer
let badge: JsonObject

beforeAll(async () => {
  university = await testIssuer()
  badge = await signed(course(university.id, 1, { credentialStatus: statusEntry(7) }), university)
})

const list = (set: readonly number[], members: JsonObject = {}): Promise<JsonObject> =>
  signed(statusList(university.id, set, members), university)
const bytesOf = (json: object): Uint8Array => new TextEncoder().encode(JSON.stringify(json))
const undetermined = (code: string): string[] => [
  'undetermined',
  `status undetermined: ${code} /credentialStatus`,
  'status-issuer undetermined',
]

/** A cache that says of all it returns for the status list that it is one and the same document. */
function misleadingCache(bytes: Uint8Array): RemoteDocumentCache & { bytes: Uint8Array } {
  const keptAs = {}
  return {
    bytes,
    async getOrFetch({ url }, fetch, signal) {
      if (url !== statusUrl) return fetch(signal)
      return { ok: true, bytes: this.bytes, mediaType: '', url, freshForMs: undefined, keptAs }
    },
    clear() {},
  }
}
const { fetch } = web({})

describe('a status list whose proof is known to be good', () => {
  it('still says of each credential what its bit says', async () => {
    const cache = remoteDocumentCache()
    const { fetch, asked } = web({ [statusUrl]: await list([8]) })
    const other = await signed(course(university.id, 2, { credentialStatus: statusEntry(8) }), university)
    for (let time = 0; time < 2; time += 1) {
      expect(await verdictOn(badge, { fetch, cache })).toEqual(['verified'])
      expect(await verdictOn(other, { fetch, cache })).toEqual(['rejected', 'status failed: revoked /credentialStatus'])
    }
    expect(asked).toEqual([statusUrl])
  })

  it('is not trusted for what the cache says: another list is read, and a forged one refused', async () => {
    const good = await list([])
    const cache = misleadingCache(bytesOf(good))
    expect(await verdictOn(badge, { fetch, cache })).toEqual(['verified'])
    cache.bytes = bytesOf(await list([7]))
    expect(await verdictOn(badge, { fetch, cache })).toEqual(['rejected', 'status failed: revoked /credentialStatus'])
    cache.bytes = bytesOf({ ...good, credentialSubject: statusList(university.id, [8])['credentialSubject'] as object })
    expect(await verdictOn(badge, { fetch, cache })).toEqual(undetermined('status-list-unverified'))
    // Not every byte differs where some are missing.
    cache.bytes = bytesOf(good)
    expect(await verdictOn(badge, { fetch, cache })).toEqual(['verified'])
    cache.bytes = bytesOf(good).subarray(0, -1)
    expect(await verdictOn(badge, { fetch, cache })).toEqual(undetermined('status-list-unverified'))
    cache.bytes = Uint8Array.from([...bytesOf(good), 0x7d])
    expect(await verdictOn(badge, { fetch, cache })).toEqual(undetermined('status-list-unverified'))
  })

  it('is never one that is forged, however often it is read', async () => {
    const cache = remoteDocumentCache()
    const forged = { ...(await list([7])), credentialSubject: statusList(university.id, [])['credentialSubject'] }
    const { fetch } = web({ [statusUrl]: forged })
    for (let time = 0; time < 3; time += 1) {
      expect(await verdictOn(badge, { fetch, cache })).toEqual(undetermined('status-list-unverified'))
    }
  })

  it('has each of its proofs checked by itself', async () => {
    const good = await list([])
    const proof = good['proof'] as JsonObject
    const broken = { ...proof, created: '2020-01-01T00:00:00Z' }
    for (const both of [
      [proof, broken],
      [broken, proof],
    ]) {
      const cache = remoteDocumentCache()
      const { fetch } = web({ [statusUrl]: { ...good, proof: both } })
      for (let time = 0; time < 2; time += 1) {
        expect(await verdictOn(badge, { fetch, cache })).toEqual(undetermined('status-list-unverified'))
      }
    }
  })

  it('does not vouch for an endorsement inside, which was rewritten to say something of the list', async () => {
    const { '@context': context } = course(university.id, 1)
    const about = { id: `${statusUrl}#list`, type: ['EndorsementSubject'], endorsementComment: 'Good.' }
    const endorsement = await signed(
      {
        '@context': context as string[],
        type: ['VerifiableCredential', 'EndorsementCredential'],
        issuer: { id: university.id, type: ['Profile'] },
        validFrom: '2026-05-17T00:00:00Z',
        name: 'Endorsement',
        credentialSubject: about,
      },
      university,
    )
    const rewritten = { ...endorsement, credentialSubject: { ...about, name: 'Another list' } }
    const cache = remoteDocumentCache()
    const holding = { '@context': context as string[], endorsement: [rewritten] }
    const { fetch } = web({ [statusUrl]: await list([], holding) })
    for (let time = 0; time < 2; time += 1) {
      expect(await verdictOn(badge, { fetch, cache })).toEqual(undetermined('status-list-unverified'))
    }
    const intact = web({ [statusUrl]: await list([], { ...holding, endorsement: [endorsement] }) })
    expect(await verdictOn(badge, { fetch: intact.fetch })).toEqual(['verified'])
  })

  it.each([
    ['an array', (bytes: Uint8Array) => bytes],
    ['a Buffer, whose slices share its memory', (bytes: Uint8Array) => Buffer.from(bytes)],
  ])('is read anew when its bytes were changed in place: %s', async (_, kindOf) => {
    const bytes = kindOf(bytesOf(await list([])))
    const cache = misleadingCache(bytes)
    expect(await verdictOn(badge, { fetch, cache })).toEqual(['verified'])
    const at = new TextDecoder().decode(bytes).indexOf('validFrom":"2026') + 'validFrom":"202'.length
    bytes[at] = '5'.charCodeAt(0)
    expect(await verdictOn(badge, { fetch, cache })).toEqual(undetermined('status-list-unverified'))
  })

  it('expires', async () => {
    const cache = remoteDocumentCache()
    const { fetch } = web({ [statusUrl]: await list([], { validUntil: '2026-06-02T00:00:00Z' }) })
    expect(await verdictOn(badge, { fetch, cache })).toEqual(['verified'])
    const late = { fetch, cache, now: new Date('2026-06-03T00:00:00Z') }
    expect(await verdictOn(badge, late)).toEqual(undetermined('status-list-expired'))
    expect(await verdictOn(badge, { fetch, cache, now })).toEqual(['verified'])
  })

  it('is unverified again when its issuer withdraws the key', async () => {
    const did = 'did:web:uni.example'
    const key = method(`${did}#1`, did, university)
    const signer = named(university, `${did}#1`)
    const held = await withProofBy(signer, course(did, 1, { credentialStatus: statusEntry(7) }))
    const cache = misleadingCache(bytesOf(await withProofBy(signer, statusList(did, []))))
    const didUrl = 'https://uni.example/.well-known/did.json'
    const before = web({ [didUrl]: controlledDocument(did, [key]) })
    expect(await verdictOn(held, { fetch: before.fetch, cache })).toEqual(['verified'])
    const after = web({ [didUrl]: controlledDocument(did, [key], { assertionMethod: [] }) })
    expect(await verdictOn(held, { fetch: after.fetch, cache })).toEqual([
      'rejected',
      expect.stringMatching(/^proof undetermined/),
      expect.stringMatching(/^issuer failed/),
      'status undetermined: status-list-unverified /credentialStatus',
      'status-issuer undetermined',
    ])
  })

  it('is unverified when its issuer has another key by the same name', async () => {
    const did = 'did:web:uni.example'
    const stranger = await testIssuer()
    const didUrl = 'https://uni.example/.well-known/did.json'
    const site = (by: TestIssuer) => web({ [didUrl]: controlledDocument(did, [method(`${did}#1`, did, by)]) }).fetch
    const entry = { credentialStatus: statusEntry(7) }
    const [held, reissued] = await Promise.all(
      [university, stranger].map((by) => withProofBy(named(by, `${did}#1`), course(did, 1, entry))),
    )
    const cache = misleadingCache(bytesOf(await withProofBy(named(university, `${did}#1`), statusList(did, []))))
    expect(await verdictOn(held ?? {}, { fetch: site(university), cache })).toEqual(['verified'])
    const after = { fetch: site(stranger), cache }
    expect(await verdictOn(reissued ?? {}, after)).toEqual(undetermined('status-list-unverified'))
  })

  it('keeps to the limits of each call', async () => {
    const cache = remoteDocumentCache()
    const { fetch } = web({ [statusUrl]: await list([]) })
    expect(await verdictOn(badge, { fetch, cache })).toEqual(['verified'])
    const limits = { maxStatusListBytes: 16 * 1024 - 1 }
    expect(await verdictOn(badge, { fetch, cache, limits })).toEqual(undetermined('status-list-too-large'))
    for (const maxStatusListBytes of [16 * 1024, 16 * 1024 + 0.5, Number.POSITIVE_INFINITY]) {
      expect(await verdictOn(badge, { fetch, cache, limits: { maxStatusListBytes } })).toEqual(['verified'])
    }
    const documents = { [statusUrl]: await list([]) }
    const none = { documents, limits: { maxStatusListBytes: 0 } }
    expect(await verdictOn(badge, none)).toEqual(undetermined('status-list-too-large'))
  })
})
