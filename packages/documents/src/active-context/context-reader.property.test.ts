import * as fc from 'fast-check'
import processor from 'jsonld'
import { describe, expect, it } from 'vitest'
import { contextOf } from '../../test/mutated-documents.js'
import { scopedContextOf } from '../../test/scoped-documents.js'
import { contextEvents } from '../../test/term-agreement.js'
import { contextUrls } from '../contexts/context-urls.js'
import { contextSource } from '../contexts/source.js'
import type { JsonValue } from '../json/interface.js'
import { documentLoader } from '../json-ld/document-loader.js'
import { ActiveContext } from './active-context.js'
import { contextReader } from './context-reader.js'
import type { TermDefinition } from './interface.js'

/** The part of jsonld.js that tells what each term stands for, used here as the oracle. */
interface ContextProcessor {
  (): ContextProcessor
  processContext(active: object | null, local: object | null, options: object): Promise<TheirContext>
}
interface TheirContext {
  readonly mappings: ReadonlyMap<string, Readonly<Record<string, unknown>>>
  readonly '@vocab'?: string
  readonly '@language'?: string
}

const contexts = contextSource()
const numRuns = Number(process.env['TESTAMUR_RUNS'] ?? 100) * 10

async function theirContext(context: JsonValue): Promise<TheirContext | undefined> {
  // One processor for all would repeat what it had to say of contexts before.
  const jsonld = (processor as unknown as ContextProcessor)()
  let isRefused = false
  const options = {
    base: null,
    documentLoader: documentLoader(contexts),
    eventHandler: ({ event, next }: { event: { code: string }; next: () => void }) => {
      if (contextEvents.includes(event.code)) isRefused = true
      next()
    },
  }
  const initial = await jsonld.processContext(null, null, options)
  const result = await jsonld
    .processContext(initial, structuredClone({ '@context': context }), options)
    .catch(() => undefined)
  return isRefused ? undefined : result
}

/** What both say of a term, in the words of jsonld.js. */
const theirs = (mapping: Readonly<Record<string, unknown>>): object => ({
  iri: mapping['@id'],
  type: mapping['@type'],
  containers: ((mapping['@container'] as string[] | undefined) ?? []).toSorted(),
  index: mapping['@index'],
  nest: mapping['@nest'],
  language: mapping['@language'],
  direction: mapping['@direction'],
  hasContext: mapping['@context'] !== undefined,
  isPrefix: mapping['_prefix'] ?? false,
  isReverse: mapping['reverse'],
  isProtected: mapping['protected'] ?? false,
})
const ours = ({ context, ...definition }: TermDefinition): object => ({
  ...definition,
  isPrefixWritten: undefined,
  hasContext: context !== undefined,
})

const sorted = (terms: Iterable<[string, object]>): [string, object][] =>
  [...terms].toSorted(([a], [b]) => (a < b ? -1 : 1))

describe('contextReader', () => {
  it.each([
    ...Object.values(contextUrls).map((url) => [[url]]),
    [[contextUrls.credentialsV2, contextUrls.clr201, contextUrls.openBadges303, contextUrls.openBadgesExtensions]],
    [[contextUrls.credentialsV1, contextUrls.clr201, contextUrls.openBadges303, contextUrls.dataIntegrityV2]],
    [[contextUrls.credentialsV1, contextUrls.openBadges300, contextUrls.ed25519Signature2020V1]],
  ])('defines what jsonld.js defines: %j', async (urls) => {
    const reader = contextReader(contexts)
    const active = reader.embedded(reader.initial, urls) as ActiveContext
    const { mappings } = (await theirContext(urls)) as TheirContext
    expect(sorted([...active.terms].map(([term, definition]) => [term, ours(definition)]))).toEqual(
      sorted([...mappings].map(([term, mapping]) => [term, theirs(mapping)])),
    )
  })

  it.each([
    ['random contexts', fc.oneof(contextOf(2), fc.tuple(contextOf(2), contextOf(1)) as fc.Arbitrary<JsonValue>)],
    ['contexts with scopes', fc.array(scopedContextOf(2), { minLength: 1, maxLength: 3 }) as fc.Arbitrary<JsonValue>],
  ])('accepts what jsonld.js accepts, with the same definitions: %s', async (_, contextValues) => {
    let accepted = 0
    await fc.assert(
      fc.asyncProperty(contextValues, async (context) => {
        const reader = contextReader(contexts)
        const active = reader.embedded(reader.initial, context)
        const their = await theirContext(context)
        if (!(active instanceof ActiveContext)) {
          if (active.every(({ refusal }) => refusal.kind !== 'declined')) expect(their).toBeUndefined()
          return
        }
        accepted += 1
        expect([...active.terms.keys()].toSorted()).toEqual([...(their?.mappings.keys() ?? [])].toSorted())
        for (const [term, definition] of active.terms)
          expect([term, ours(definition)]).toEqual([term, theirs(their?.mappings.get(term) ?? {})])
        expect([active.vocab, active.language]).toEqual([their?.['@vocab'], their?.['@language']])
      }),
      { numRuns },
    )
    expect(accepted).toBeGreaterThan(numRuns / 10)
  })
})
