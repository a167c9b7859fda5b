import { TestamurError } from '../errors.js'
import { bundledContexts } from './bundled-contexts.js'
import type { BundledContext, ContextDocument } from './interface.js'
import { verifiedContext } from './verified-context.js'

/** Which of the texts that were published under one URL to load. */
export interface LoadBundledContextOptions {
  /** Name of a variant in {@link bundledContexts}. Default: the URL's default text. */
  readonly variant?: string | undefined
}

/** Checked contexts by the hash of their content, so that URLs with the same text share it. */
const loaded = new Map<string, Promise<ContextDocument>>()

/**
 * Returns a bundled context, deep-frozen, or `undefined` for a URL that is not bundled. The text is held to its pinned
 * hash when it is first loaded; after that the same object is returned. Never uses the network.
 *
 * Throws `ERR_CONTEXT_UNKNOWN` for a variant that the URL does not have, and `ERR_CONTEXT_INTEGRITY` when an installed
 * package has another text than the pinned one.
 *
 * @example
 * ```ts
 * import { contextUrls, loadBundledContext } from '@testamur/documents/contexts'
 *
 * const current = await loadBundledContext(contextUrls.openBadges303)
 * const earlier = await loadBundledContext(contextUrls.openBadges303, { variant: 'until-2026-06' })
 * console.log(current === earlier) // false
 * ```
 */
export async function loadBundledContext(
  url: string,
  options: LoadBundledContextOptions = {},
): Promise<ContextDocument | undefined> {
  const texts = bundledTexts(url)
  return texts.length === 0 ? undefined : loadOnce(bundledText(texts, options.variant))
}

/** All texts that were published under a URL; none for a URL that is not bundled. */
export function bundledTexts(url: string): readonly BundledContext[] {
  return bundledContexts.filter((text) => text.url === url)
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

function loadOnce(context: BundledContext): Promise<ContextDocument> {
  const known = loaded.get(context.sha256)
  if (known !== undefined) return known
  const document = verifiedContext(context)
  loaded.set(context.sha256, document)
  // What could not be loaded now may be there the next time.
  document.catch(() => loaded.delete(context.sha256))
  return document
}
