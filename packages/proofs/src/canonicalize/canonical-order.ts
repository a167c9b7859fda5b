import { Declined } from './declined.js'
import { isMixed, type Resource, type Statement, type Statements, twoSpellings } from './statements.js'

/**
 * Returns the statements in canonical form, once every blank node has its canonical identifier (RDFC-1.0 §4.4.3 steps 6
 * and 7). Sorting subjects, then the statements of each, is sorting all: no subject begins another, since `<…>` holds no
 * `>`, and the blank after `_:c14n1` comes before the digit in `_:c14n10`. So it is with predicates and objects.
 *
 * @param pieces - takes the same text, in pieces of whole subjects: whoever hashes those never needs the whole as one,
 * which for long texts costs as much as hashing them
 */
export function canonicalLines(statements: Statements, pieces: string[] = []): string {
  const subjects = statements.subjects.filter(({ ends, links }) => ends.length > 0 || links.length > 0)
  subjects.sort(byText)
  let whole = ''
  let piece = ''
  for (const subject of subjects) {
    const { links } = subject
    const ends = uniqueEnds(subject)
    const all = links.length === 0 ? ends : sortStatements([...ends, ...links], textOf)
    let last: Statement | undefined
    for (const statement of all) {
      if (last !== undefined && isSame(statement, last)) throw new Declined('a statement that is said twice')
      last = statement
      piece += lineOf(statement, textOf)
    }
    if (piece.length < pieceCharacters && subject !== subjects.at(-1)) continue
    pieces.push(piece)
    whole += piece
    piece = ''
  }
  return whole
}

/** What a piece is at least as long as, except for the last. */
const pieceCharacters = 32_768

const byText = (one: Resource, other: Resource): number => (one.text < other.text ? -1 : 1)

/** The line of a statement in N-Quads, with these texts. */
export function lineOf({ subject, predicate, object, graph }: Statement, textOf: TextOf): string {
  const triple = textOf(subject) + predicate + textOf(object)
  return graph === undefined ? `${triple} .\n` : `${triple} ${textOf(graph)} .\n`
}

/** True for two statements about one subject that would be the same line. */
const isSame = (one: Statement, other: Statement): boolean =>
  one.predicate === other.predicate && one.object === other.object && one.graph === other.graph

const textOf: TextOf = (term) => (typeof term === 'string' ? term : term.text)

/**
 * Sorts the ends of a subject by UTF-16 code units, as the reference does, and drops repetitions. Declines those that
 * jsonld.js takes for two values: its canonical form has such a line twice, although a dataset is a set.
 */
export function uniqueEnds({ ends }: Resource): readonly Statement[] {
  if (ends.length < 2) return ends
  sortStatements(ends, textOf)
  let kept = 1
  for (let index = 1; index < ends.length; index += 1) {
    const end = ends[index] as Statement
    const last = ends[kept - 1] as Statement
    if (end.object === last.object && end.predicate === last.predicate) {
      if (isMixed(last.spelling, end.spelling)) throw new Declined(twoSpellings)
    } else {
      ends[kept] = end
      kept += 1
    }
  }
  ends.length = kept
  return ends
}

/** What stands for a term of a statement in its line. */
export type TextOf = (term: Resource | string) => string

/** Few are sorted faster by hand: most subjects have about ten statements. */
const few = 16

/** Sorts statements in place, as their lines would be sorted if they were written with these texts. */
export function sortStatements(statements: Statement[], textOf: TextOf): Statement[] {
  if (statements.length > few)
    return statements.sort((one, other) => (isBefore(one, other, textOf) ? -1 : isBefore(other, one, textOf) ? 1 : 0))
  for (let index = 1; index < statements.length; index += 1) {
    const statement = statements[index] as Statement
    let place = index
    while (place > 0 && isBefore(statement, statements[place - 1] as Statement, textOf)) {
      statements[place] = statements[place - 1] as Statement
      place -= 1
    }
    statements[place] = statement
  }
  return statements
}

function isBefore(one: Statement, other: Statement, textOf: TextOf): boolean {
  if (one.subject !== other.subject) {
    const [subject, otherSubject] = [textOf(one.subject), textOf(other.subject)]
    if (subject !== otherSubject) return subject < otherSubject
  }
  if (one.predicate !== other.predicate) return one.predicate < other.predicate
  const [object, otherObject] = [textOf(one.object), textOf(other.object)]
  if (object !== otherObject) return object < otherObject
  return one.graph !== other.graph && graphText(one, textOf) < graphText(other, textOf)
}

const graphText = ({ graph }: Statement, textOf: TextOf): string => (graph === undefined ? '' : textOf(graph))
