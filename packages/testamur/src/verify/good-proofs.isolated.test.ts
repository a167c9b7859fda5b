import { contextSource, type JsonObject } from '@testamur/documents'
import * as proofs from '@testamur/proofs'
import { eddsaRdfc2022 } from '@testamur/proofs/cryptosuites'
import { remoteDocumentCache } from '@testamur/proofs/dids'
import * as tokens from '@testamur/proofs/vc-jwt'
import { beforeEach, expect, it, vi } from 'vitest'
import { course, now, signed, type TestIssuer, testIssuer } from '../../test/record.js'
import { statusEntry, statusList, statusUrl } from '../../test/status-lists.js'
import { web } from '../../test/web.js'
import type { VerifyOptions } from './options.js'
import { verify } from './verify.js'

vi.mock('@testamur/proofs', async (original) => {
  const module = await original<typeof proofs>()
  return { ...module, verifyDataIntegrityProof: vi.fn(module.verifyDataIntegrityProof) }
})
vi.mock('@testamur/proofs/vc-jwt', async (original) => {
  const module = await original<typeof tokens>()
  return { ...module, verifyVcJwtSignature: vi.fn(module.verifyVcJwtSignature) }
})
let university: TestIssuer
let badge: JsonObject

beforeEach(async () => {
  university = await testIssuer()
  badge = await signed(course(university.id, 1, { credentialStatus: statusEntry(7) }), university)
})

/** How many proofs and tokens one verification of the badge checks. */
async function work(options: VerifyOptions): Promise<{ proofs: number; tokens: number }> {
  vi.clearAllMocks()
  const { outcome } = await verify(badge, { now, ...options })
  expect(outcome).toBe('verified')
  return {
    proofs: vi.mocked(proofs.verifyDataIntegrityProof).mock.calls.length,
    tokens: vi.mocked(tokens.verifyVcJwtSignature).mock.calls.length,
  }
}

const all = { proofs: 2, tokens: 0 }
const known = { proofs: 1, tokens: 0 }

it('checks the proof of a status list that the cache keeps once', async () => {
  const cache = remoteDocumentCache()
  const { fetch } = web({ [statusUrl]: await signed(statusList(university.id, []), university) })
  expect(await work({ fetch, cache })).toEqual(all)
  expect(await work({ fetch, cache })).toEqual(known)
  expect(await work({ fetch, cache })).toEqual(known)
  expect(await work({ fetch, cache: remoteDocumentCache() })).toEqual(all)
  cache.clear()
  expect(await work({ fetch, cache })).toEqual(all)
})

it('checks it anew where other contexts or another engine might find something else', async () => {
  const cache = remoteDocumentCache()
  const { fetch } = web({ [statusUrl]: await signed(statusList(university.id, []), university) })
  await work({ fetch, cache })
  const others: VerifyOptions[] = [
    { documents: {} },
    { engine: 'fast' },
    { engine: 'reference' },
    { engine: 'both' },
    { fallback: 'reject' },
    { engine: 'both', crossCheckRate: 0.5 },
  ]
  for (const options of others) expect(await work({ fetch, cache, ...options })).toEqual(all)
  expect(await work({ fetch, cache })).toEqual(known)
})

it('checks a list that is a token once, too', async () => {
  const cache = remoteDocumentCache()
  const document = statusList(university.id, [])
  const { fetch } = web({
    [statusUrl]: await tokens.createVcJwt(document as never, { signer: university.signer }),
  })
  expect(await work({ fetch, cache })).toEqual({ proofs: 1, tokens: 1 })
  expect(await work({ fetch, cache })).toEqual(known)
})

it('checks a proof that expires each time', async () => {
  const cache = remoteDocumentCache()
  const unsigned = statusList(university.id, [])
  const proof = await eddsaRdfc2022.createProof(unsigned as never, {
    signer: university.signer,
    created: '2026-05-17T00:00:00Z',
    proofPurpose: 'assertionMethod',
    contexts: contextSource(),
    members: { expires: '2026-06-02T00:00:00Z' } as object,
  })
  const { fetch } = web({ [statusUrl]: { ...unsigned, proof } })
  expect(await work({ fetch, cache })).toEqual(all)
  expect(await work({ fetch, cache })).toEqual(all)
})
