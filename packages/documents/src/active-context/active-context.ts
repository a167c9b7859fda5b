import { type CompiledTerm, compiledTerm } from './compiled-term.js'
import type { ContextResult, Direction, IriMappings, TermDefinition } from './interface.js'
import { referenceText, typeText } from './iri-text.js'

/** Keywords for which a document may use other names. */
export type AliasedKeyword = '@id' | '@type' | '@value'

/** What an {@link ActiveContext} is made of. */
export interface ActiveContextParts extends IriMappings {
  readonly language: string | undefined
  readonly direction: Direction | undefined
  /** The context to go back to where a node begins, because this one does not propagate. */
  readonly previous: ActiveContext | undefined
  /** True when a term was protected since the last `null` context, even if a scoped context has replaced it. */
  readonly hadProtected: boolean
}

/** An active context (JSON-LD 1.1 API §4.1). It never changes; what follows from it is remembered with it. */
export class ActiveContext implements ActiveContextParts {
  readonly terms: ReadonlyMap<string, TermDefinition>
  readonly vocab: string | undefined
  readonly base: string | undefined
  readonly language: string | undefined
  readonly direction: Direction | undefined
  readonly previous: ActiveContext | undefined
  readonly hadProtected: boolean
  /** Results by one entry of a local context. */
  readonly embedded: Map<object | null, ContextResult> = new Map()
  /** Results by the term of a property. */
  readonly propertyScoped: Map<TermDefinition, ContextResult> = new Map()
  /** Results by the term of a type. */
  readonly typeScoped: Map<TermDefinition, ContextResult> = new Map()
  /** Terms as they are read here, by name. */
  readonly compiled: Map<string, CompiledTerm> = new Map()
  #names: Readonly<Record<AliasedKeyword, readonly string[]>> | undefined

  constructor(parts: ActiveContextParts) {
    this.terms = parts.terms
    this.vocab = parts.vocab
    this.base = parts.base
    this.language = parts.language
    this.direction = parts.direction
    this.previous = parts.previous
    this.hadProtected = parts.hadProtected
  }

  /** What a name means here. Terms are compiled once; other names, of which there is no end, each time. */
  term(name: string): CompiledTerm {
    return compiledTerm(this, name)
  }

  /**
   * What an `@id`, or a value of type `@id`, stands for: an IRI as N-Quads write it, or a blank node identifier.
   * `undefined` when it is not absolute, or when it would have to be resolved against a base.
   */
  reference(value: string): string | undefined {
    return referenceText(this, value)
  }

  /** What a type, or a value of type `@vocab`, stands for, as `reference` tells it. */
  type(value: string): string | undefined {
    const known = this.compiled.get(value)
    if (known !== undefined) return known.text
    return this.terms.has(value) ? this.term(value).text : typeText(this, value)
  }

  /** Every name that stands for the keyword, in alphabetical order. */
  namesOf(keyword: AliasedKeyword): readonly string[] {
    this.#names ??= aliases(this.terms)
    return this.#names[keyword]
  }
}

function aliases(terms: ReadonlyMap<string, TermDefinition>): Record<AliasedKeyword, readonly string[]> {
  const names = { '@id': ['@id'], '@type': ['@type'], '@value': ['@value'] }
  for (const [term, { iri }] of terms) {
    // `@type` itself has a definition when its container is set.
    if ((iri === '@id' || iri === '@type' || iri === '@value') && term !== iri) names[iri].push(term)
  }
  for (const list of Object.values(names)) list.sort()
  return names
}
