/** Keywords of JSON-LD 1.1 (§1.7) and of framing. `@import` and `@propagate` only ever stand in contexts. */
const keywords: ReadonlySet<string> = new Set(
  (
    '@base @container @context @direction @graph @id @included @index @json @language @list @nest @none @prefix ' +
    '@protected @reverse @set @type @value @version @vocab @default @embed @explicit @omitDefault @preserve @requireAll'
  ).split(' '),
)

export const isKeyword = (name: string): boolean => name.charCodeAt(0) === 64 && keywords.has(name)

/** True for `@` and letters: names that are kept for keywords to come (JSON-LD 1.1 API §5.2.2 step 2). */
export const hasKeywordForm = (name: string): boolean => name.charCodeAt(0) === 64 && /^@[a-zA-Z]+$/.test(name)

/** True for an IRI with a scheme, and for a blank node identifier. */
export const isAbsoluteIri = (iri: string): boolean => /^(?:[A-Za-z][A-Za-z0-9+,.-]*|_):\S*$/.test(iri)

export const isBlankNode = (iri: string): boolean => iri.startsWith('_:')

/** The shape of a language tag (BCP 47 §2.1). */
export const isLanguageTag = (text: string): boolean => /^[a-z]{1,8}(?:-[a-z\d]{1,8})*$/i.test(text)
