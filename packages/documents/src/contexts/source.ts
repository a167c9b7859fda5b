import { TestamurError } from '../errors.js'
import { canonicalJson } from '../json/canonical.js'
import type { JsonValue } from '../json/interface.js'
import { parseJson } from '../json/parse.js'
import { bundledContext, bundledText, bundledTexts } from './bundled-contexts.js'
import { deepFreeze } from './deep-freeze.js'
import type { BundledContext, ContextDocument, ContextSource } from './interface.js'

/** What a {@link contextSource} has besides the default texts of the bundled contexts. */
export interface ContextSourceOptions {
  /**
   * URL → content, as bytes of JSON or as an object. Contexts that are not bundled are taken from here; content that is
   * not a context (no `@context` that is an object or array) does not count as one. A bundled URL cannot be given other
   * content: contexts decide what a proof covers, so what is given must equal one of the bundled texts of that URL,
   * which is then the text used for it.
   */
  readonly documents?: Readonly<Record<string, Uint8Array | object>> | undefined
  /**
   * Bundled URL → name of the variant to use for it; it counts even when `documents` has another of that URL's texts.
   */
  readonly variants?: Readonly<Record<string, string>> | undefined
}

/**
 * Returns a source of the bundled contexts and of those the caller brings; every other URL is unknown. Never uses the
 * network. Bundled contexts are shared, the caller's are private copies, read when they are first asked for; all are frozen.
 *
 * Throws `ERR_CONTEXT_UNKNOWN` for a variant that does not exist. The source itself throws `ERR_INVALID_OPTION` when it
 * is asked for a bundled URL for which `documents` has other content, and `ERR_NOT_JSON_VALUE` when the object it needs
 * cannot be written as JSON.
 *
 * @example
 * ```ts
 * import { contextSource } from '@testamur/documents/contexts'
 *
 * const contexts = contextSource({
 *   documents: { 'https://terms.example/v1': { '@context': { nickname: 'https://terms.example/#nickname' } } },
 * })
 * console.log(contexts('https://terms.example/v1'), contexts('https://terms.example/v2'))
 * ```
 */
export function contextSource(options: ContextSourceOptions = {}): ContextSource {
  const { documents = {}, variants = {} } = options
  for (const [url, variant] of Object.entries(variants)) bundledText(bundledTexts(url), variant)

  const find = (url: string): ContextDocument | undefined => {
    const supplied = parse(documents[url])
    const texts = bundledTexts(url)
    if (texts.length === 0) return isContextDocument(supplied) ? deepFreeze(supplied) : undefined
    const same = sameText(texts, supplied)
    return bundledContext(url, { variant: variants[url] ?? same.variant })
  }
  // Only what the caller supplied is kept here: documents of strangers name URLs without end.
  const found = new Map<string, ContextDocument | undefined>()
  return (url) => {
    if (!Object.hasOwn(documents, url)) return bundledContext(url, { variant: variants[url] })
    if (!found.has(url)) found.set(url, find(url))
    return found.get(url)
  }
}

/** A private copy of what the caller supplied; `undefined` for bytes that are not JSON. */
function parse(supplied: Uint8Array | object | undefined): JsonValue | undefined {
  const parsed = parseJson(supplied instanceof Uint8Array ? supplied : canonicalJson(supplied))
  return parsed.ok ? parsed.value : undefined
}

function isContextDocument(value: JsonValue | undefined): value is ContextDocument {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return false
  return typeof value['@context'] === 'object' && value['@context'] !== null
}

/** The bundled text that says the same as what the caller supplied for its URL. */
function sameText(texts: readonly BundledContext[], supplied: JsonValue | undefined): BundledContext {
  const canonical = canonicalJson(supplied ?? null)
  const same = texts.find((text) => canonicalJson(text.read()) === canonical)
  if (same !== undefined) return same
  throw new TestamurError('ERR_INVALID_OPTION', `The document supplied for ${texts[0]?.url} is not that context`, {
    advice:
      'A bundled context cannot be replaced: leave the document out, or choose one of the bundled texts with `variants`',
  })
}
