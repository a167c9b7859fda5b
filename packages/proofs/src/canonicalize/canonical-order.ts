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
  subjects.sort((one, other) => orderOfTexts(one.text, other.text))
  let whole = ''
  let piece = ''
  for (const subject of subjects) {
    const { links } = subject
    const ends = uniqueEnds(subject)
    const all = links.length === 0 ? ends : sortStatements([...ends, ...links])
    for (const statement of all) piece += lineOf(statement)
    if (piece.length < pieceCharacters && subject !== subjects.at(-1)) continue
    pieces.push(piece)
    whole += piece
    piece = ''
  }
  return whole
}

/** What a piece is at least as long as, except for the last. */
const pieceCharacters = 32_768

/** The line of a statement in N-Quads. */
export function lineOf({ subject, predicate, object, graph }: Statement): string {
  const triple = subject.text + predicate + textOf(object)
  return graph === undefined ? `${triple} .\n` : `${triple} ${graph.text} .\n`
}

const textOf = (object: Resource | string): string => (typeof object === 'string' ? object : object.text)

/**
 * Sorts the ends of a subject by UTF-16 code units, as the reference does, and drops repetitions. Declines those that
 * jsonld.js takes for two values: its canonical form has such a line twice, although a dataset is a set.
 */
export function uniqueEnds(subject: Resource): readonly Statement[] {
  const { ends } = subject
  if (ends.length > few) subject.ends = uniqueOfMany(ends)
  else if (ends.length > 1) dropRepeated(sortStatements(ends))
  return subject.ends
}

/** Few are sorted faster by hand: most subjects have about ten statements. */
const few = 16

function dropRepeated(sorted: Statement[]): void {
  let kept = 1
  for (let index = 1; index < sorted.length; index += 1) {
    const statement = sorted[index] as Statement
    const last = sorted[kept - 1] as Statement
    if (statement.object === last.object && statement.predicate === last.predicate) refuseTwoSpellings(last, statement)
    else {
      sorted[kept] = statement
      kept += 1
    }
  }
  if (kept < sorted.length) sorted.length = kept
}

/** Most of many are repetitions: each credential of a record describes its issuer and its learner anew. */
function uniqueOfMany(ends: readonly Statement[]): Statement[] {
  const byPredicate = new Map<string, Map<string, Statement>>()
  for (const end of ends) {
    const object = end.object as string
    let byObject = byPredicate.get(end.predicate)
    if (byObject === undefined) {
      byObject = new Map()
      byPredicate.set(end.predicate, byObject)
    }
    const known = byObject.get(object)
    if (known === undefined) byObject.set(object, end)
    else refuseTwoSpellings(known, end)
  }
  return byText(byPredicate).flatMap(byText)
}

/** The values of a map in the order of its keys. */
const byText = <Value>(map: ReadonlyMap<string, Value>): Value[] =>
  [...map.keys()].sort().map((key) => map.get(key) as Value)

function refuseTwoSpellings(one: Statement, other: Statement): void {
  if (isMixed(one.spelling, other.spelling)) throw new Declined(twoSpellings)
}

/** Sorts statements in place, as their lines would be sorted. */
export function sortStatements(statements: Statement[]): Statement[] {
  if (statements.length > few) return statements.sort(order)
  for (let index = 1; index < statements.length; index += 1) {
    const statement = statements[index] as Statement
    let place = index
    while (place > 0 && order(statement, statements[place - 1] as Statement) < 0) {
      statements[place] = statements[place - 1] as Statement
      place -= 1
    }
    statements[place] = statement
  }
  return statements
}

/** Negative when the line of one comes before that of the other. */
function order(one: Statement, other: Statement): number {
  return (
    orderOfTexts(one.subject.text, other.subject.text) ||
    orderOfTexts(one.predicate, other.predicate) ||
    orderOfTexts(textOf(one.object), textOf(other.object)) ||
    orderOfTexts(one.graph?.text ?? '', other.graph?.text ?? '')
  )
}

const orderOfTexts = (one: string, other: string): number => (one === other ? 0 : one < other ? -1 : 1)
