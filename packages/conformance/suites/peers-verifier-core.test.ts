import { verifyCredential, verifyPresentation } from '@digitalcredentials/verifier-core'
import { contextSource, type VerifiableCredential } from '@testamur/documents'
import { addProof } from '@testamur/proofs'
import { issue } from 'testamur'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { badge, badgeOfVersion1, didKeyParty, now, type Party, record } from './interop-records.js'

// Stock @digitalcredentials/verifier-core. It takes no document loader: what it does not bundle, it fetches. So the
// global `fetch` serves it the contexts that are bundled here, and nothing else; no packet leaves.
const contexts = contextSource()
const asked: string[] = []

beforeEach(() => {
  asked.length = 0
  vi.useFakeTimers({ now, toFake: ['Date'] })
  vi.spyOn(console, 'log').mockReturnValue()
  vi.spyOn(console, 'error').mockReturnValue()
  vi.stubGlobal('fetch', async (input: string | URL | Request) => {
    const url = input instanceof Request ? input.url : String(input)
    asked.push(url)
    const context = contexts(url)
    return context === undefined ? new Response(null, { status: 404 }) : Response.json(context)
  })
})
afterEach(() => {
  vi.unstubAllGlobals()
  vi.restoreAllMocks()
  vi.useRealTimers()
})

/** What the peer says about the signature: valid, or its errors by name. */
async function peerVerdict(credential: object): Promise<unknown> {
  const { log, errors } = await verifyCredential({ credential: credential as never, knownDIDRegistries: [] })
  if (errors !== undefined) return errors.map(({ name }) => name)
  return log?.find(({ id }) => id === 'valid_signature')?.valid
}

const party = (): Promise<Party> => didKeyParty()

describe('what is issued here verifies with @digitalcredentials/verifier-core', () => {
  it('a badge of version 2.0 of the data model, and not when it was changed', async () => {
    const { id, signer } = await party()
    const signed = await issue(badge(id, 1), { signer, now })
    expect(await peerVerdict(signed)).toBe(true)
    expect(await peerVerdict({ ...signed, name: 'Doctor of Medicine' })).toEqual(['invalid_signature'])
  })

  it('a badge of version 1.1', async () => {
    const { id, signer } = await party()
    const unsigned = badgeOfVersion1(id, 1, ['https://w3id.org/security/data-integrity/v2'])
    expect(await peerVerdict(await issue(unsigned, { signer, now }))).toBe(true)
  })

  it('a record, for which it asks for the context of CLR 2.0, and every badge in it', async () => {
    const { id, signer } = await party()
    const college = await party()
    const transferred = await issue(badge(college.id, 2), { signer: college.signer, now })
    const clr = await issue(record(id, [badge(id, 1), transferred]), { signer, now })
    expect(await peerVerdict(clr)).toBe(true)
    expect(asked).toContain('https://purl.imsglobal.org/spec/clr/v2p0/context-2.0.1.json')
    const { verifiableCredential } = clr['credentialSubject'] as unknown as { verifiableCredential: object[] }
    for (const inner of verifiableCredential) expect(await peerVerdict(inner)).toBe(true)
  })

  it('a presentation with a badge in it', async () => {
    const university = await party()
    const holder = await party()
    const presentation = {
      '@context': ['https://www.w3.org/ns/credentials/v2'],
      type: ['VerifiablePresentation'],
      holder: holder.id,
      verifiableCredential: [await issue(badge(university.id, 1), { signer: university.signer, now })],
    }
    // The peer takes presentations that are signed as assertions.
    const shown = await addProof(presentation as unknown as VerifiableCredential, {
      signer: holder.signer,
      contexts,
      created: now,
      challenge: 'meaningless',
    })
    const outcome = await verifyPresentation({ presentation: shown as never, knownDIDRegistries: [] })
    expect(outcome.presentationResult).toEqual({ signature: 'valid' })
    expect(outcome.credentialResults?.map(({ errors }) => errors)).toEqual([undefined])
  })
})
