import { readdirSync } from 'node:fs'
import path from 'node:path'
import type { JsonObject, JsonValue } from '@testamur/documents'
import { contextSource } from '@testamur/documents/contexts'
import { expect, it } from 'vitest'
import { type CompareOptions, compare, type Verdict } from '../canonicalization/compare.js'
import { describeWithReference, readReferenceJson, readReferenceText, referencePath } from '../reference.js'

/** Every JSON object with contexts among the official files, by its path. */
function documentsIn(...folder: string[]): [string, JsonObject][] {
  const files = readdirSync(referencePath(...folder), { recursive: true, encoding: 'utf8' })
  return files
    .filter((file) => file.endsWith('.json'))
    .map((file): [string, JsonValue | undefined] => [path.join(...folder, file), parsed(...folder, file)])
    .filter((entry): entry is [string, JsonObject] => isLinkedData(entry[1]))
}

/** `undefined` for samples of text that is no JSON. */
function parsed(...file: string[]): JsonValue | undefined {
  try {
    return JSON.parse(readReferenceText(...file)) as JsonValue
  } catch {
    return undefined
  }
}

const isLinkedData = (value: JsonValue | undefined): value is JsonObject =>
  typeof value === 'object' && value !== null && '@context' in value

describeWithReference('The fast canonicaliser on official documents, against jsonld.js and rdf-canonize', () => {
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
  const verdictOn = async (document: JsonObject, options: Omit<CompareOptions, 'contexts'> = {}): Promise<Verdict> =>
    (await compare(document, { contexts, ...options })).plain
  let accepted = 0
  const expectFast = (verdict: Verdict): void => {
    // Never `declined`: the fast path reads whatever the reference accepts.
    expect(['equal', 'both refuse']).toContain(verdict)
    if (verdict === 'equal') accepted += 1
  }

  it.each([...documentsIn('reference', 'examples'), ...documentsIn('vectors')])('%s', async (_, document) => {
    expectFast(await verdictOn(document))
    expectFast(await verdictOn(document, { omit: 'proof', hash: 'SHA-384' }))
    for (const proof of [document['proof']].flat()) {
      if (typeof proof !== 'object' || proof === null || Array.isArray(proof)) continue
      expectFast(await verdictOn(proof, { omit: 'proofValue', context: document['@context'] }))
    }
  })

  it('accepts most of them', () => {
    expect(accepted).toBeGreaterThan(600)
  })
})
