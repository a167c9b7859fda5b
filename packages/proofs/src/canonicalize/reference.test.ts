import type { JsonObject } from '@testamur/documents'
import { contextSource } from '@testamur/documents/contexts'
import { describe, expect, it } from 'vitest'
import { sha256, sha384 } from '#platform'
import { canonicalizeByReference } from './reference.js'

const contexts = contextSource()
const vocab = { '@vocab': 'https://vocab.example/', id: '@id' }

/** Nodes without ids, each over `width` others, all alike: they can only be told apart by trying every order. */
function lookalikes(width: number, depth: number): JsonObject {
  const below = depth === 0 ? 'leaf' : Array.from({ length: width }, () => lookalikes(width, depth - 1))
  return { below }
}

describe('canonicalizeByReference', () => {
  it('returns canonical N-Quads, blank nodes labelled and lines sorted', async () => {
    const document = { '@context': vocab, id: 'urn:example:1', b: { c: 'x' }, a: ['y', true, 3] }
    expect(await canonicalizeByReference(document, { contexts })).toEqual({
      ok: true,
      nquads: [
        '<urn:example:1> <https://vocab.example/a> "3"^^<http://www.w3.org/2001/XMLSchema#integer> .',
        '<urn:example:1> <https://vocab.example/a> "true"^^<http://www.w3.org/2001/XMLSchema#boolean> .',
        '<urn:example:1> <https://vocab.example/a> "y" .',
        '<urn:example:1> <https://vocab.example/b> _:c14n0 .',
        '_:c14n0 <https://vocab.example/c> "x" .',
        '',
      ].join('\n'),
    })
  })

  it.each([
    ['SHA-256', sha256],
    ['SHA-384', sha384],
  ] as const)('labels objects without ids in the order of their %s hashes', async (hash, digest) => {
    const document = { '@context': vocab, id: 'urn:x:1', member: [{ a: '1' }, { a: '2' }] }
    // RDFC-1.0 §4.6.3: the statements about a node, which itself is called _:a.
    const hashOf = (a: string): string => {
      const quads = `<urn:x:1> <https://vocab.example/member> _:a .\n_:a <https://vocab.example/a> "${a}" .\n`
      return Buffer.from(digest(quads)).toString('hex')
    }
    const [first, second] = ['1', '2'].sort((a, b) => (hashOf(a) < hashOf(b) ? -1 : 1))
    const result = await canonicalizeByReference(document, { contexts, hash })
    expect(result.ok && result.nquads.split('\n').slice(2)).toEqual([
      `_:c14n0 <https://vocab.example/a> "${first}" .`,
      `_:c14n1 <https://vocab.example/a> "${second}" .`,
      '',
    ])
  })

  it('gives objects without ids the same labels whatever their order', async () => {
    const nodes = [{ a: '1' }, { a: '2', b: { c: '3' } }, { a: '2', b: { c: '4' } }]
    const texts = await Promise.all(
      [nodes, nodes.toReversed()].map(async (member) => {
        const result = await canonicalizeByReference({ '@context': vocab, id: 'urn:x:1', member }, { contexts })
        return result.ok && result.nquads
      }),
    )
    expect(texts[0]).toContain('_:c14n4')
    expect(texts[1]).toBe(texts[0])
  })

  it('takes forty objects that look alike', async () => {
    const member = Array.from({ length: 40 }, () => ({ a: 'same' }))
    const result = await canonicalizeByReference({ '@context': vocab, id: 'urn:x:1', member }, { contexts })
    expect(result.ok && result.nquads.match(/"same"/g)).toHaveLength(40)
  })

  it('stops at graphs made to exhaust it', async () => {
    const graph = { '@context': vocab, id: 'urn:example:root', ...lookalikes(4, 3) }
    const result = await canonicalizeByReference(graph, { contexts })
    expect(result).toMatchObject({ ok: false, problems: [{ code: 'canonicalization-limit', pointer: '' }] })
  })

  it('returns what RDF would lose', async () => {
    const document = { '@context': 'https://www.w3.org/ns/credentials/v2', type: 'VerifiableCredential', grade: 'A' }
    const result = await canonicalizeByReference(document, { contexts })
    expect(result).toMatchObject({ ok: false, problems: [{ code: 'term-undefined', pointer: '/grade' }] })
  })

  it('ends with its signal', async () => {
    const document = { '@context': vocab, id: 'urn:example:root', ...lookalikes(2, 2) }
    const work = canonicalizeByReference(document, { contexts, signal: AbortSignal.abort(new Error('enough')) })
    await expect(work).rejects.toThrow('enough')
  })
})
