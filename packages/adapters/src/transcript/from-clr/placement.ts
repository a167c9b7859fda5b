import type { JsonObject } from '@testamur/documents/json'
import type { Facts } from '../facts/index.js'
import { nodesIn } from './clr-source.js'
import { type CredentialView, dayOf, resultNamed, resultsNamed } from './credential-view.js'

/** Positions from here on are of what has no place yet: it comes after what has one. */
const firstFree = 500_001

/** Finds a place in the transcript for credentials that do not remember one: by their term, in a record of their own. */
export class Placement {
  readonly #facts: Facts
  readonly #sessions = new Map<string, string>()
  readonly #counts = new Map<string, number>()

  constructor(facts: Facts) {
    this.#facts = facts
  }

  /** Returns a new place in a list of the record, or of the session of a credential's term. */
  place(list: string, { source, subject }: CredentialView, designator: string | undefined): string {
    const term = source.text(subject, 'term')
    const parent = term === undefined ? this.#record() : this.#session(term, designator, dayOf(text(subject)))
    return this.next(`${parent}/${list}`)
  }

  /** Returns a new place in a list of the record that has what no term has. */
  inRecord(list: string): string {
    return this.next(`${this.#record()}/${list}`)
  }

  /** Returns the sessions of these terms. */
  sessions(terms: readonly string[]): string[] {
    return terms.map((term) => this.#session(term, undefined, undefined))
  }

  /** Returns the next position in a list. */
  next(list: string): string {
    const position = this.#counts.get(list) ?? firstFree
    this.#counts.set(list, position + 1)
    return `${list}[${position}]`
  }

  #record(): string {
    return `/records[${firstFree}]`
  }

  /** The session that has the name of the term; a new one, if there is none. */
  #session(term: string, designator: string | undefined, start: string | undefined): string {
    const key = JSON.stringify([term, designator])
    const known = this.#sessions.get(key) ?? this.#remembered(term, designator)
    const session = known ?? this.next(`${this.#record()}/sessions`)
    this.#sessions.set(key, session)
    if (known === undefined) this.#facts.set(`${session}/term/${isYearMonth(term) ? 'designator' : 'name'}`, term)
    const month = designator ?? start?.slice(0, 7)
    if (!this.#facts.has(`${session}/term/designator`) && month !== undefined) {
      this.#facts.set(`${session}/term/designator`, month)
    }
    return session
  }

  #remembered(term: string, designator: string | undefined): string | undefined {
    for (const [path, text] of this.#facts) {
      const [, session] = /^(\/records\[\d+\]\/sessions\[\d+\])\/term\/(?:name|designator)$/.exec(path) ?? []
      if (session === undefined || text !== term) continue
      const own = this.#facts.get(`${session}/term/designator`)
      if (designator === undefined || own === undefined || own === designator) return session
    }
    return undefined
  }
}

function text(subject: JsonObject | undefined): string | undefined {
  const start = subject?.['activityStartDate']
  return typeof start === 'string' ? start : undefined
}

const isYearMonth = (term: string): boolean => /^\d{4}-\d{2}$/.test(term)

/** Returns the year and month that a credential gives for its term. */
export function designatorOf(view: CredentialView): string | undefined {
  return resultNamed(view, 'Session')
}

/** Returns where a programme stands: in the awards that it is a part of, or in the terms of its enrolment. */
export function programPlaces(
  view: CredentialView,
  placement: Placement,
  awards: ReadonlyMap<unknown, string>,
  associations: readonly JsonObject[],
): string[] {
  const id = view.achievement?.['id']
  const owners = associations
    .filter(({ sourceId }) => sourceId === id)
    .flatMap(({ targetId }) => awards.get(targetId) ?? [])
  if (owners.length > 0) return owners.map((award) => placement.next(`${award}/programs`))
  const terms = resultsNamed(view, 'Term of enrollment')
  const sessions = placement.sessions(terms)
  if (sessions.length > 0) return sessions.map((session) => placement.next(`${session}/programs`))
  return [`${placement.inRecord('summaries')}/program`]
}

/** Returns the associations of a record. */
export function associationsIn(subject: JsonObject | undefined): JsonObject[] {
  return nodesIn(subject, 'association')
}
