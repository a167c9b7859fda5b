import type { JsonObject } from '@testamur/documents/json'
import { applyEntry, type Facts } from '../facts/index.js'
import { type ClrSource, nodesIn } from './clr-source.js'
import { type CredentialView, entriesIn, issuerOf, viewOf } from './credential-view.js'
import { placeForeign } from './place-foreign.js'
import { Placement } from './placement.js'
import { readAt } from './read-credential.js'
import { readFrame } from './read-frame.js'

/** What a learner record says of a transcript. */
export interface ReadFacts {
  readonly facts: Facts
  /** Paths at which the record was changed since it was made from a transcript. */
  readonly changed: readonly string[]
}

/**
 * Reads a learner record into the facts of a transcript. What it remembers of the transcript it came from comes first:
 * its outline, and the place of each entry. Then each credential is read; and in the end what an entry remembers
 * verbatim takes the place of what was read, unless that was changed since.
 */
export function factsFromClr(source: ClrSource, clr: JsonObject): ReadFacts {
  const facts: Facts = new Map()
  const outline = entriesIn(source, clr)
  for (const { corrections, place } of outline) {
    const known = corrections.filter(({ instead }) => instead === undefined)
    applyEntry(facts, { place, corrections: known })
  }
  readFrame(source, clr, facts)
  const [subject] = nodesIn(clr, 'credentialSubject')
  const { id } = issuerOf(clr)
  const recordIssuer = typeof id === 'string' ? id : undefined
  const views = nodesIn(subject, 'verifiableCredential').map((node) => viewOf(source, node, recordIssuer))
  const foreign: CredentialView[] = []
  for (const view of views) {
    if (view.entries.length === 0) foreign.push(view)
    for (const { place } of view.entries) readAt(view, place, facts)
    if (view.entries.length > 0) useRead(view)
  }
  if (foreign.length < views.length) useFrame(source, clr, subject, foreign)
  placeForeign(source, foreign, subject, new Placement(facts), facts)
  const entries = [...outline, ...views.flatMap((view) => view.entries)]
  return { facts, changed: entries.flatMap((entry) => applyEntry(facts, entry)) }
}

/** All that the mapper writes of an entry is read, be it from members or from the entry. */
function useRead({ source, node, subject, achievement }: CredentialView): void {
  if (achievement !== undefined) {
    for (const member of [
      'criteria',
      'name',
      'fieldOfStudy',
      'specialization',
      'tag',
      'otherIdentifier',
      'creator',
      'alignment',
      'description',
      'humanCode',
      'creditsAvailable',
    ])
      source.use(achievement, member)
    for (const each of nodesIn(achievement, 'resultDescription')) source.useAll(each)
  }
  if (subject !== undefined) {
    for (const member of ['role', 'term', 'narrative', 'activityStartDate', 'activityEndDate', 'creditsEarned']) {
      source.use(subject, member)
    }
    for (const each of nodesIn(subject, 'result')) source.useAll(each)
  }
  source.use(node, 'awardedDate')
}

/**
 * What the mapper makes of a transcript as a whole: its name and description, definitions that nobody asserts, and how
 * achievements relate. Relations of what another system added are not of that kind.
 */
function useFrame(
  source: ClrSource,
  clr: JsonObject,
  subject: JsonObject | undefined,
  foreign: readonly CredentialView[],
): void {
  for (const member of ['name', 'description']) source.use(clr, member)
  for (const each of nodesIn(subject, 'achievement')) source.useAll(each)
  const strange = new Set(foreign.map(({ achievement }) => achievement?.['id']))
  for (const each of nodesIn(subject, 'association')) {
    if (!strange.has(each['sourceId']) && !strange.has(each['targetId'])) source.useAll(each)
  }
}
