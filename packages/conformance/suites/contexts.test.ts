import { createHash } from 'node:crypto'
import { bundledContext, bundledContexts, contextUrls } from '@testamur/documents/contexts'
import { canonicalJson } from '@testamur/documents/json'
import { expect, it } from 'vitest'
import { describeWithReference, readReferenceJson } from '../reference.js'

interface ContextIndex {
  /** URL → file of the default text. */
  readonly contexts: Readonly<Record<string, string>>
  /** Other texts that were published under the same URL. */
  readonly variants: readonly { readonly url: string; readonly variant: string; readonly file: string }[]
}

/** What has to be bundled, as files of the reference folder. */
const required = [
  'w3c-credentials-v1.jsonld',
  'w3c-credentials-v2.jsonld',
  'ob-v3p0-context.json',
  'ob-v3p0-context-3.0.1.json',
  'ob-v3p0-context-3.0.2.json',
  'ob-v3p0-context-3.0.3.json',
  'ob-v3p0-context-3.0.3.until-2026-06.json',
  'ob-v3p0-context-3.0.3.validator-2025-11.json',
  'ob-v3p0-extensions.json',
  'clr-v2p0-context.json',
  'clr-v2p0-context-2.0.1.json',
  'w3c-data-integrity-v1.jsonld',
  'w3c-data-integrity-v2.jsonld',
  'w3c-multikey-v1.jsonld',
  'w3id-ed25519-2020-v1.jsonld',
  'w3c-credentials-status-v1.jsonld',
  'w3id-status-list-2021-v1.jsonld',
  'dcc-v1.jsonld',
]

describeWithReference('Bundled contexts against the official texts', () => {
  const index = readReferenceJson<ContextIndex>('reference', 'contexts', 'index.json')
  const fileOf = (url: string, variant: string | undefined): string | undefined =>
    variant === undefined
      ? index.contexts[url]
      : index.variants.find((text) => text.url === url && text.variant === variant)?.file

  const texts = bundledContexts.map(({ url, variant, sha256 }) => ({
    url,
    variant,
    sha256,
    file: fileOf(url, variant),
  }))

  it.each(texts)('$url $variant', ({ url, variant, sha256, file }) => {
    const official = readReferenceJson('reference', 'contexts', file ?? 'no official text')
    expect(bundledContext(url, { variant })).toEqual(official)
    expect(sha256).toBe(createHash('sha256').update(canonicalJson(official)).digest('hex'))
  })

  it('bundles every text that is required', () => {
    const files = new Set(texts.map(({ file }) => file))
    expect(required.filter((file) => !files.has(file))).toEqual([])
  })

  it('bundles every URL and every variant of those texts', () => {
    const bundled = new Set(texts.map(({ url, variant }) => `${url} ${variant}`))
    const official = [
      ...Object.entries(index.contexts).map(([url, file]) => ({ url, variant: undefined, file })),
      ...index.variants,
    ]
    const missing = official.filter(
      ({ url, variant, file }) => required.includes(file) && !bundled.has(`${url} ${variant}`),
    )
    expect(missing).toEqual([])
  })

  it('names them by constants', () => {
    expect(new Set(Object.values(contextUrls))).toEqual(new Set(texts.map(({ url }) => url)))
  })
})
