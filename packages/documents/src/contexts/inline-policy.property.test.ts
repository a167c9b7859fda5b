import * as fc from 'fast-check'
import jsonld from 'jsonld'
import { describe, expect, it } from 'vitest'
import { contextUrls } from './context-urls.js'
import { inlineContextProblems } from './inline-policy.js'
import type { ContextDocument } from './interface.js'
import { contextSource } from './source.js'

/** The part of jsonld.js that tells what each term stands for, used here as the oracle. */
interface ContextProcessor {
  processContext(active: object | null, local: object | null, options: object): Promise<ActiveContext>
}
interface ActiveContext {
  readonly mappings: ReadonlyMap<string, { readonly '@id': string }>
}
const processor = jsonld as unknown as ContextProcessor

const ob = 'https://purl.imsglobal.org/spec/vc/ob/vocab.html#'
const urls = [contextUrls.credentialsV2, contextUrls.openBadges303]
const contexts = contextSource()

async function meanings(context: unknown): Promise<Map<string, string>> {
  const options = {
    documentLoader: async (url: string) => ({ documentUrl: url, document: contexts(url) as ContextDocument }),
  }
  const initial = await processor.processContext(null, null, options)
  const { mappings } = await processor.processContext(initial, { '@context': context }, options)
  return new Map([...mappings].map(([term, definition]) => [term, definition['@id']]))
}

const name = fc.constantFrom(
  'p',
  'q',
  'x',
  'y',
  'z',
  'issuer',
  'achievement',
  'name',
  'p:Achievement',
  `${ob}Achievement`,
)
const iri = fc.oneof(
  name,
  fc.constantFrom(
    '@id',
    '@type',
    '@nest',
    '@json',
    '_:b',
    '#Achievement',
    'https:',
    'Achievement',
    'https://schema.org/name',
  ),
  fc.constantFrom(ob, `${ob}Ach`, `${ob}Achievement`, 'https://names.example/#', 'https://names.example/#Achievement'),
  fc.tuple(name, fc.constantFrom('Achievement', 'ievement', 'x', '')).map(([prefix, suffix]) => `${prefix}:${suffix}`),
)
const definition = fc.oneof(
  iri,
  fc.record(
    { '@id': iri, '@prefix': fc.boolean(), '@type': fc.constantFrom('@id', '@vocab', '@json'), '@reverse': iri },
    { requiredKeys: [] },
  ),
)
const inlineContext = fc.oneof(
  fc.dictionary(name, definition, { maxKeys: 3, noNullPrototype: true }),
  fc.constantFrom({ '@vocab': ob }, { '@version': 1.1 }, { '@base': ob }),
)

describe('inlineContextProblems', () => {
  it('accepts no context after which jsonld.js reads a known name otherwise, or has a new name for a known IRI', async () => {
    const before = await meanings(urls)
    const knownIris = new Set(before.values())
    let accepted = 0
    await fc.assert(
      fc.asyncProperty(fc.array(inlineContext, { minLength: 1, maxLength: 2 }), async (inline) => {
        const context = [...urls, ...inline]
        if (inlineContextProblems({ '@context': context }, '', { contexts }).length > 0) return
        const after = await meanings(context).catch(() => undefined)
        if (after === undefined) return
        accepted += 1
        for (const [term, meaning] of after) {
          if (before.has(term)) expect(meaning).toBe(before.get(term))
          else expect(knownIris.has(meaning) || meaning.startsWith('@')).toBe(false)
        }
      }),
      { numRuns: Number(process.env['TESTAMUR_RUNS'] ?? 100) * 10 },
    )
    expect(accepted).toBeGreaterThan(10)
  })
})
