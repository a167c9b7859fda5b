import type { Link, Resource, Statements } from './statements.js'

/**
 * Returns the statements in canonical form, once every blank node has its canonical identifier (RDFC-1.0 §4.4.3 steps 6
 * and 7). Sorting subjects, then the statements of each, is sorting all: no subject begins another, since `<…>` holds no
 * `>`, and the blank after `_:c14n1` comes before the digit in `_:c14n10`.
 */
export function canonicalLines(statements: Statements): string {
  const subjects = statements.subjects.filter(({ ends, links }) => ends.length > 0 || links.length > 0)
  subjects.sort(byText)
  let lines = ''
  for (const subject of subjects) lines += linesOf(subject)
  return lines
}

const byText = (one: Resource, other: Resource): number => (one.text < other.text ? -1 : 1)

function linesOf(subject: Resource): string {
  const { text, links } = subject
  const ends = links.length === 0 ? uniqueEnds(subject) : [...uniqueEnds(subject), ...links.map(endOf)].sort()
  return text + ends.join(text)
}

function endOf({ predicate, object, graph }: Link): string {
  const to = typeof object === 'string' ? object : object.text
  return graph === undefined ? `${predicate}${to} .\n` : `${predicate}${to} ${graph.text} .\n`
}

/** Sorts the ends of a subject by UTF-16 code units, as the reference does, and drops repetitions. */
export function uniqueEnds(subject: Resource): readonly string[] {
  const { ends } = subject
  if (ends.length < 2) return ends
  sortTexts(ends)
  let kept = 1
  for (let index = 1; index < ends.length; index += 1) {
    const end = ends[index] as string
    if (end === ends[kept - 1]) {
      subject.repeated ??= new Map()
      subject.repeated.set(end, (subject.repeated.get(end) ?? 1) + 1)
    } else {
      ends[kept] = end
      kept += 1
    }
  }
  ends.length = kept
  return ends
}

/** Few texts are sorted faster by hand: most subjects have about ten statements. */
const few = 16

/** Sorts texts in place by UTF-16 code units. */
function sortTexts(texts: string[]): void {
  if (texts.length > few) {
    texts.sort()
    return
  }
  for (let index = 1; index < texts.length; index += 1) {
    const text = texts[index] as string
    let place = index
    while (place > 0 && (texts[place - 1] as string) > text) {
      texts[place] = texts[place - 1] as string
      place -= 1
    }
    texts[place] = text
  }
}
