import type { JsonValue } from '../json/interface.js'
import type { Container } from './interface.js'
import { type ContextRefusal, declined, invalid } from './refusal.js'

const containers: ReadonlySet<unknown> = new Set('@graph @id @index @language @list @set @type'.split(' '))

/** Steps 13.5, 19.1 and 19.3 of the Create Term Definition algorithm (JSON-LD 1.1 API §4.2.2). */
export function containersOf(value: JsonValue | undefined, isReverse: boolean, term: string): readonly Container[] {
  const written: unknown[] = Array.isArray(value) ? value : [value]
  if (value === null || written.length === 0) throw declined('a container that is empty', term)
  if (!written.every((item): item is Container => containers.has(item))) throw refused(term)
  const names = new Set(written)
  if (names.size < written.length) throw declined('a container that is named twice', term)
  if (isReverse) checkReverse(value, names, term)

  // `@list` stands alone; `@graph` goes with `@set` and one of two maps; others go with `@set` only.
  const others = [...names].filter((name) => name !== '@set')
  if (names.has('@list') && names.size > 1) throw refused(term)
  if (names.has('@graph')) {
    if (others.some((name) => name !== '@graph' && name !== '@id' && name !== '@index')) throw refused(term)
    if (others.length > 2) throw declined('@graph with two maps', term)
  } else if (others.length > 1) throw refused(term)
  return [...names].sort()
}

function checkReverse(value: JsonValue | undefined, names: ReadonlySet<Container>, term: string): void {
  if ([...names].some((name) => name !== '@index' && name !== '@set')) throw invalid('invalid reverse property', term)
  if (Array.isArray(value)) throw declined('several containers of a reverse property', term)
}

const refused = (term: string): ContextRefusal => invalid('invalid container mapping', term)
