import { type ContextDocument, type ContextSource, contextSource, type JsonObject } from '@testamur/documents'
import { parseUrl } from '@testamur/documents/json'
import { type TermFault, undefinedTerms } from '@testamur/documents/terms'
import { expect, it } from 'vitest'
import { safeModeReport } from '../../documents/test/safe-mode.js'
import { disagreement } from '../../documents/test/term-agreement.js'
import { describeWithReference, readReferenceJson } from '../reference.js'

interface Example {
  readonly file: string
  readonly kind: string
  readonly observed: { readonly safeMode?: string }
}

interface ToRdfCase {
  readonly id: string
  readonly name: string
  readonly base: string
  readonly input: string
}

const codesOf = (faults: readonly TermFault[]): ReadonlySet<string> => new Set(faults.map(({ code }) => code))

describeWithReference('Undefined names in the official samples, against jsonld.js', () => {
  const { contexts: files } = readReferenceJson<{ contexts: Record<string, string> }>(
    'reference',
    'contexts',
    'index.json',
  )
  const bundled = contextSource()
  const others = Object.entries(files).filter(([url]) => bundled(url) === undefined)
  const contexts = contextSource({
    documents: Object.fromEntries(
      others.map(([url, file]) => [url, readReferenceJson<object>('reference', 'contexts', file)]),
    ),
  })
  const { entries } = readReferenceJson<{ entries: Example[] }>('reference', 'examples', 'index.json')
  const samples = entries.filter(({ file, kind }) => kind === 'json' && /^(clr-v2p0|ob-v3p0)\//.test(file))

  it('looks at all of them', () => {
    expect(samples.length).toBeGreaterThan(100)
  })

  it.each(samples)('$file', async ({ file, observed: { safeMode } }) => {
    const document = readReferenceJson<JsonObject>('reference', 'examples', file)
    const faults = undefinedTerms(document, { contexts })
    expect(disagreement(faults, await safeModeReport(document, contexts))).toBeUndefined()
    const codes = codesOf(faults)
    expect(codes).not.toContain('terms-not-checked')
    // What was observed is the expansion only, which passes over references that stay relative.
    if (safeMode === 'ok') expect([...codes].filter((code) => code !== 'identifier-relative')).toEqual([])
    else if (safeMode !== undefined) expect(codes.size).toBeGreaterThan(0)
  })
})

describeWithReference('Undefined names in the inputs of W3C’s toRdf tests, against jsonld.js', () => {
  const { documents, cases } = readReferenceJson<{ documents: Record<string, string>; cases: ToRdfCase[] }>(
    'vectors',
    'json-ld-to-rdf',
    'cases.json',
  )

  it.each(cases)('$id $name', async ({ base, input }) => {
    // Without a base IRI, as for credentials: what is relative stays so.
    const contexts: ContextSource = (url) => {
      const text = documents[parseUrl(url, base)?.href ?? url]
      return text === undefined ? undefined : (JSON.parse(text) as ContextDocument)
    }
    const document = JSON.parse(input) as JsonObject
    const report = await safeModeReport(document, contexts)
    expect(disagreement(undefinedTerms(document, { contexts }), report)).toBeUndefined()
  })

  it('judges most of them', () => {
    const unchecked = cases.filter(({ input }) =>
      codesOf(undefinedTerms(JSON.parse(input) as JsonObject)).has('terms-not-checked'),
    )
    expect(unchecked.length).toBeLessThan(cases.length / 5)
  })
})
