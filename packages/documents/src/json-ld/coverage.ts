import type { JsonValue } from '../json/interface.js'
import { childPointer } from '../json/pointer.js'
import type { Problem } from '../problem.js'
import { problem } from '../problems.js'

/**
 * Keywords that say something in place. The others (`@graph`, `@included`, `@reverse`, `@nest` …) let the same statements stand
 * somewhere else in the document, where a reader of the JSON does not look and a proof over RDF does not notice.
 */
const keywordsInPlace = new Set(['@context', '@id', '@type', '@value', '@language', '@direction', '@list'])

/**
 * Returns what a document says in JSON that its RDF statements would say differently: keywords that move content, and numbers whose
 * signed form is another number. Does not look into contexts, nor for undefined terms.
 */
export function coverageProblems(document: JsonValue): Problem[] {
  const problems: Problem[] = []
  const visit = (value: JsonValue | undefined, pointer: string): void => {
    if (typeof value === 'number') {
      const signed = lexicalForm(value)
      if (Number(signed) !== value) {
        problems.push(
          problem(
            'value-not-covered',
            pointer,
            `The number would be signed as ${signed}. Write it as a string, or with fewer digits.`,
          ),
        )
      }
    } else if (Array.isArray(value)) {
      value.forEach((item, index) => visit(item, childPointer(pointer, index)))
    } else if (typeof value === 'object' && value !== null) {
      for (const [member, child] of Object.entries(value)) {
        const childAt = childPointer(pointer, member)
        if (member.startsWith('@') && !keywordsInPlace.has(member)) {
          problems.push(
            problem('keyword-refused', childAt, `${member} would let content stand where readers do not look.`),
          )
        } else if (member !== '@context') {
          visit(child, childAt)
        }
      }
    }
  }
  visit(document, '')
  return problems
}

/**
 * The text a JSON number becomes in RDF (JSON-LD 1.1 API, object to RDF conversion, as jsonld.js reads it): with a fraction it is an
 * xsd:double of 16 digits, otherwise an integer; `1e-7` has no point, is taken for an integer and comes out as `0`. Integers beyond
 * 2^53 have lost digits before anybody could sign them.
 */
function lexicalForm(value: number): string {
  if (Number.isInteger(value)) return Number.isSafeInteger(value) ? value.toFixed(0) : 'an integer with other digits'
  return String(value).includes('.') ? value.toExponential(15) : value.toFixed(0)
}
