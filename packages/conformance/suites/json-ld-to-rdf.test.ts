import type { ContextDocument, ContextSource, JsonObject, JsonValue } from '@testamur/documents'
import { parseUrl } from '@testamur/documents/json'
import { expect, it } from 'vitest'
import { compare, type Verdict } from '../canonicalization/compare.js'
import { describeWithReference, readReferenceJson } from '../reference.js'

interface ToRdfCase {
  readonly id: string
  readonly name: string
  readonly base: string
  readonly input: string
}

describeWithReference(
  'The fast canonicaliser on the inputs of W3C’s toRdf tests, against jsonld.js and rdf-canonize',
  () => {
    const { documents, cases } = readReferenceJson<{ documents: Record<string, string>; cases: ToRdfCase[] }>(
      'vectors',
      'json-ld-to-rdf',
      'cases.json',
    )
    const verdicts: Verdict[] = []

    it.each(cases)('$id $name', async ({ base, input }) => {
      // Without a base IRI, and in safe mode, as for credentials: many of the inputs are refused then.
      const contexts: ContextSource = (url) => {
        const text = documents[parseUrl(url, base)?.href ?? url]
        return text === undefined ? undefined : (JSON.parse(text) as ContextDocument)
      }
      for (const document of [JSON.parse(input) as JsonValue].flat()) {
        if (typeof document !== 'object' || document === null || Array.isArray(document)) continue
        const { plain, any } = await compare(document as JsonObject, { contexts })
        expect(plain).not.toBe('WRONG')
        expect(any).not.toBe('WRONG')
        verdicts.push(any)
      }
    })

    it('accepts what credentials could be written like', () => {
      expect(verdicts.filter((verdict) => verdict === 'equal').length).toBeGreaterThan(70)
    })
  },
)
