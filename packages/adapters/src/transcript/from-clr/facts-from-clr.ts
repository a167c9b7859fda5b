import type { JsonObject } from '@testamur/documents/json'
import { applyEntry, type Entry, type Facts, isCredentialPlace, ownerOf } from '../facts/index.js'
import { type ClrSource, nodesIn } from './clr-source.js'
import { type CredentialView, entriesIn, issuerOf, viewOf } from './credential-view.js'
import { placeForeign } from './place-foreign.js'
import { Placement } from './placement.js'
import { readAt } from './read-credential.js'
import { readFrame } from './read-frame.js'

/** What a learner record says of a transcript. */
export interface ReadFacts {
  readonly facts: Facts
  /** Credentials that remember their place in the transcript. */
  readonly own: readonly CredentialView[]
  /** Paths at which the record was changed since it was made from a transcript. */
  readonly changed: readonly string[]
}

/**
 * Reads a learner record into the facts of a transcript. What it remembers of the transcript it came from comes first:
 * its outline, and the place of each entry. Then each credential is read; and in the end what an entry remembers
 * verbatim takes the place of what was read, unless that was changed since.
 *
 * Memory counts only in the record itself and in credentials of its issuer, and a place belongs to the first credential
 * that names it: what others say of themselves must not rewrite the word of the sender.
 */
export function factsFromClr(source: ClrSource, clr: JsonObject): ReadFacts {
  const facts: Facts = new Map()
  const outline = entriesIn(source, clr, (place) => place === '')
  for (const { corrections, place } of outline) {
    const known = corrections.filter(({ instead }) => instead === undefined)
    applyEntry(facts, { place, corrections: known })
  }
  const contradicted = readFrame(source, clr, facts)
  const [subject] = nodesIn(clr, 'credentialSubject')
  const places = new Set<string>()
  const claim = (place: string): boolean => isCredentialPlace(place) && !places.has(place) && places.add(place).size > 0
  const issuer = issuerOf(clr)
  const views = nodesIn(subject, 'verifiableCredential').map((node) => viewOf(source, node, issuer, claim))
  const own = views.filter(({ entries }) => entries.length > 0)
  const foreign = views.filter(({ entries }) => entries.length === 0)
  for (const view of own) for (const { place } of view.entries) readAt(view, place, facts)
  placeForeign(source, foreign, subject, new Placement(facts), facts)
  const entries = [...outline, ...own.flatMap((view) => view.entries)]
  const changed = entries.flatMap((entry) => applyOwned(facts, entry, places))
  return { facts, own, changed: [...contradicted, ...changed] }
}

/** Applies what an entry says of its own place, and returns the paths of what it does not change. */
function applyOwned(facts: Facts, { place, corrections }: Entry, places: ReadonlySet<string>): string[] {
  const isOwn = (path: string): boolean => ownerOf(`${place}/${path}`, places) === place
  const stray = corrections.filter(({ path, text }) => !isOwn(path) && facts.get(`${place}/${path}`) !== text)
  const changed = applyEntry(facts, { place, corrections: corrections.filter(({ path }) => isOwn(path)) })
  return [...changed, ...stray.map(({ path }) => `${place}/${path}`)]
}
