import { TestamurError } from '../errors.js'
import { deepFreeze } from './deep-freeze.js'
import { contextTexts } from './generated/context-texts.js'
import type { BundledContext, ContextDocument } from './interface.js'
import { pinnedContexts } from './pinned-contexts.js'

/**
 * Every context that ships with Testamur. The default text of a URL has no `variant`; where a text was changed in place
 * under its URL, the earlier ones follow as variants, newest first, because signatures made under them can only be
 * checked under them.
 */
export const bundledContexts: readonly BundledContext[] = pinnedContexts.map(([url, sha256, variant]) => ({
  url,
  ...(variant !== undefined && { variant }),
  sha256,
  read: () => read(sha256),
}))

/** What has been read, by its hash, so that URLs with the same text share it. */
const documents = new Map<string, ContextDocument>()

function read(sha256: string): ContextDocument {
  const known = documents.get(sha256)
  if (known !== undefined) return known
  const document = deepFreeze(JSON.parse(contextTexts[sha256] as string) as ContextDocument)
  documents.set(sha256, document)
  shared.add(document)
  return document
}

const shared = new WeakSet<ContextDocument>()

/** True for what a bundled context reads as: it never changes, and names no further context. */
export const isBundled = (document: ContextDocument): boolean => shared.has(document)

/** The texts of each URL. */
const textsByUrl: ReadonlyMap<string, readonly BundledContext[]> = new Map(
  bundledContexts.map(({ url }) => [url, bundledContexts.filter((text) => text.url === url)]),
)

/** All texts that were published under a URL; none for a URL that is not bundled. */
export function bundledTexts(url: string): readonly BundledContext[] {
  return textsByUrl.get(url) ?? []
}

/** The text of that name among those of one URL. Throws `ERR_CONTEXT_UNKNOWN` when there is none. */
export function bundledText(texts: readonly BundledContext[], variant: string | undefined): BundledContext {
  const text = texts.find((candidate) => candidate.variant === variant)
  if (text !== undefined) return text
  const names = texts.flatMap((candidate) => candidate.variant ?? [])
  throw new TestamurError('ERR_CONTEXT_UNKNOWN', `No bundled context is the variant "${variant}" of ${texts[0]?.url}`, {
    advice: names.length === 0 ? 'That URL has one text only' : `Its variants are ${names.join(', ')}`,
  })
}

/** Which of the texts that were published under one URL to read. */
export interface BundledContextOptions {
  /** Name of a variant in {@link bundledContexts}. Default: the URL's default text. */
  readonly variant?: string | undefined
}

/**
 * Returns a bundled context, deep-frozen and the same object each time, or `undefined` for a URL that is not bundled.
 * Its text was held to its pinned hash when Testamur was built; it is parsed when it is first asked for.
 *
 * Throws `ERR_CONTEXT_UNKNOWN` for a variant that the URL does not have.
 *
 * @example
 * ```ts
 * import { bundledContext, contextUrls } from '@testamur/documents/contexts'
 *
 * const current = bundledContext(contextUrls.openBadges303)
 * const earlier = bundledContext(contextUrls.openBadges303, { variant: 'until-2026-06' })
 * console.log(current === earlier) // false
 * ```
 */
export function bundledContext(url: string, options: BundledContextOptions = {}): ContextDocument | undefined {
  const texts = bundledTexts(url)
  return texts.length === 0 ? undefined : bundledText(texts, options.variant).read()
}
