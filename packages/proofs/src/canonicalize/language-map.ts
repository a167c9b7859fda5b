import type { JsonObject } from '@testamur/documents'
import { type ActiveContext, type CompiledTerm, languageLiteralEnd } from '@testamur/documents/active-context'
import { Declined } from './declined.js'
import { textLiteral } from './literals.js'

/** The literals of a language map (JSON-LD 1.1 API §5.1.2 step 13.7). */
export function* languageLiterals(active: ActiveContext, term: CompiledTerm, map: JsonObject): Generator<string> {
  if (term.definition?.context !== undefined || term.literalEnd === undefined) {
    throw new Declined('a language map with a context or a direction')
  }
  for (const [language, value] of Object.entries(map)) {
    const end = active.term(language).iri === '@none' ? '"' : languageLiteralEnd(language)
    if (end === undefined) throw new Declined('a language that is no language tag')
    for (const text of Array.isArray(value) ? value : [value]) {
      if (text === null) continue
      if (typeof text !== 'string') throw new Declined('a language map of something else than texts')
      yield textLiteral(text, end)
    }
  }
}
