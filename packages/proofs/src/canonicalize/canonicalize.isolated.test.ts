import { contextSource } from '@testamur/documents/contexts'
import { describe, expect, it, vi } from 'vitest'
import { canonicalize } from './canonicalize.js'
import * as fastPath from './fast.js'
import type { CanonicalizeOptions } from './interface.js'
import * as referencePath from './reference.js'

vi.mock('./reference.js', { spy: true })
vi.mock('./fast.js', { spy: true })

const contexts = contextSource()
const vocabulary = {
  '@version': 1.1,
  id: '@id',
  name: 'https://a.example/name',
  byIndex: { '@id': 'https://a.example/in', '@container': '@index' },
}
const plain = { '@context': vocabulary, id: 'urn:x:1', name: 'A' }
const nquads = '<urn:x:1> <https://a.example/name> "A" .\n'
/** The fast path reads no index maps. */
const declined = { ...plain, byIndex: { a: { id: 'urn:x:2', name: 'B' } } }

const { canonicalizeByReference } = vi.mocked(referencePath)
const { canonicalizeFast } = vi.mocked(fastPath)

/** What came out, and which engines were asked. */
async function run(document: typeof plain, options: Partial<CanonicalizeOptions> = {}): Promise<unknown[]> {
  canonicalizeByReference.mockClear()
  canonicalizeFast.mockClear()
  const result = await canonicalize(document, { contexts, ...options })
  const outcome = result.ok ? result.nquads.split('\n').length - 1 : result.problems.map(({ code }) => code)
  return [outcome, canonicalizeFast.mock.calls.length, canonicalizeByReference.mock.calls.length]
}

describe('canonicalize', () => {
  it('asks the fast path alone, unless that declines', async () => {
    expect(await canonicalize(plain, { contexts })).toMatchObject({ ok: true, nquads })
    expect(await run(plain)).toEqual([1, 1, 0])
    expect(await run(declined)).toEqual([3, 1, 1])
  })

  it('asks whom it is told to', async () => {
    expect(await run(plain, { engine: 'reference' })).toEqual([1, 0, 1])
    expect(await run(plain, { engine: 'both' })).toEqual([1, 1, 1])
    expect(await run(declined, { engine: 'both' })).toEqual([3, 1, 1])
    expect(await run(declined, { fallback: 'reject' })).toEqual([['canonicalization-declined'], 1, 0])
  })

  it('compares the share of documents that it is told to', async () => {
    const sampled = { engine: 'both', crossCheckRate: 0.25 } as const
    expect(await run(plain, { ...sampled, random: () => 0.2 })).toEqual([1, 1, 1])
    expect(await run(plain, { ...sampled, random: () => 0.3 })).toEqual([1, 1, 0])
    expect(await run(plain, { engine: 'both', crossCheckRate: 0, random: () => 0 })).toEqual([1, 1, 0])
  })

  it.each([
    ['another form', { ok: true, nquads: '' }],
    ['no form', { ok: false, problems: [] }],
  ] as const)('throws when the reference comes to %s', async (_, result) => {
    canonicalizeByReference.mockResolvedValueOnce(result)
    await expect(canonicalize(plain, { contexts, engine: 'both' })).rejects.toMatchObject({
      code: 'ERR_ENGINES_DIFFER',
    })
  })

  it('gives what falls back a budget', async () => {
    expect(await run(declined, { fallbackLimits: { maxCharacters: 20 } })).toEqual([['canonicalization-limit'], 1, 0])
    expect(await run(plain, { fallbackLimits: { maxCharacters: 20 } })).toEqual([1, 1, 0])
    canonicalizeByReference.mockImplementationOnce(async (_document, { signal }) => {
      await new Promise((resolve) => signal?.addEventListener('abort', resolve))
      signal?.throwIfAborted()
      return { ok: true, nquads: '' }
    })
    expect(await run(declined, { fallbackLimits: { timeoutMs: 1 } })).toEqual([['canonicalization-limit'], 1, 1])
  })

  it('does not ask the reference about a node of very many types', async () => {
    const many = { ...declined, type: Array.from({ length: 101 }, () => 'VerifiableCredential') }
    expect(await run(many)).toEqual([['canonicalization-limit'], 1, 0])
    const holder = { ...declined, nested: [many] }
    expect(await run(holder)).toEqual([['canonicalization-limit'], 1, 0])
  })

  it('keeps to the time also where the reference lets no timer run', async () => {
    canonicalizeByReference.mockImplementationOnce(async () => {
      const started = performance.now()
      while (performance.now() - started < 20);
      return { ok: true, nquads: '' }
    })
    expect(await run(declined, { fallbackLimits: { timeoutMs: 5 } })).toEqual([['canonicalization-limit'], 1, 1])
  })

  it('takes limits that are undefined for those by default', async () => {
    expect(await run(declined, { fallbackLimits: { maxCharacters: undefined, timeoutMs: undefined } })).toEqual([
      3, 1, 1,
    ])
  })

  it('does not ask the reference about what is no JSON', async () => {
    const deep = { ...declined, name: JSON.parse(`${'['.repeat(20_000)}${']'.repeat(20_000)}`) as string }
    expect(await run(deep)).toEqual([['json-too-deep'], 1, 0])
  })

  it.each([{ engine: 'refrence' }, { fallback: 'none' }, { crossCheckRate: 2 }])('refuses %o', async (options) => {
    const canonicalized = canonicalize(plain, { contexts, ...options } as CanonicalizeOptions)
    await expect(canonicalized).rejects.toMatchObject({ code: 'ERR_INVALID_OPTION' })
  })

  it('ends with its signal', async () => {
    const signal = AbortSignal.abort(new Error('enough'))
    await expect(canonicalize(plain, { contexts, signal })).rejects.toThrow('enough')
    await expect(canonicalize(declined, { contexts, signal, engine: 'reference' })).rejects.toThrow('enough')
  })

  it('reads a proof configuration under the context of its document, by either engine', async () => {
    const proof = { '@context': 'https://unknown.example', id: 'urn:x:1', name: 'A', proofValue: 'z1' }
    const options = { contexts, context: vocabulary, omit: 'proofValue' }
    expect(await canonicalize(proof, options)).toMatchObject({ ok: true, nquads })
    expect(await canonicalize(proof, { ...options, engine: 'reference' })).toEqual({ ok: true, nquads })
    expect(proof.proofValue).toBe('z1')
  })
})
