import type { JsonObject, Problem } from '@testamur/documents'
import { type NestedCredential, nestedCredentials } from '../nesting/nested-credentials.js'
import { problem } from '../problems.js'
import { type CheckResult, notApplicable } from './check-result.js'
import { contextPolicyProblems } from './checks/context.js'
import { checkDocumentRules } from './checks/document-rules.js'
import { endorsableIds, subjectNames } from './checks/subject.js'
import type { GoodProofs } from './good-proofs.js'
import type { VerificationReport } from './interface.js'
import type { Verification } from './options.js'
import { unreadableReport } from './report.js'
import { readSecuredDocument, type SecuredDocument } from './secured-document.js'

/** Where a document stands in the whole. */
export interface Place {
  readonly pointer: string
  readonly depth: number
  /** The credential or presentation that holds this one. */
  readonly holder: JsonObject | undefined
  /** What names the learner of that one. */
  readonly learners?: ReadonlySet<string> | undefined
  /** What it may be about, if it is an endorsement. */
  readonly endorsable?: ReadonlySet<string> | undefined
  /** Not the document that was handed over, but one that was fetched for its sake: nothing more is fetched for it. */
  readonly fetchedAs?: 'status-list' | 'newer-version' | undefined
  /** True when the contexts in the one that holds this one, and so those in this one too, are fine. */
  readonly hasFineContexts?: boolean | undefined
  /** Proofs of the document that were found to be good before, and where to name further ones. */
  readonly goodProofs?: GoodProofs | undefined
}

/** True for the document that the caller asks about. */
export const isHandedOver = ({ depth, fetchedAs }: Place): boolean => depth === 0 && fetchedAs === undefined

/** A document that was read, with what is inside, and what its own schema and rules say. */
export interface Examined {
  readonly place: Place
  readonly secured: SecuredDocument
  readonly nested: readonly NestedCredential[]
  /** Of those nested, as many as may be looked at; one more says that there were too many. */
  readonly inner: readonly ExaminedInner[]
  /** What is wrong with the contexts themselves. */
  readonly refusedContexts: readonly Problem[]
  readonly schema: CheckResult
  readonly rules: CheckResult
}

/** A nested credential that was read, and what it is to the one that holds it. */
export interface ExaminedInner {
  readonly role: NestedCredential['role']
  readonly pointer: string
  readonly examination: Examination
}

/** What reading a document came to: the whole report, where it could not be looked into. */
export type Examination =
  | ({ readonly ok: true } & Examined)
  | { readonly ok: false; readonly report: VerificationReport }

/**
 * Reads a document and every credential inside it, and holds each to its schema and rules: all that needs no key. Proofs
 * come after all of that, since a processor does one kind of work after the other in less time than by turns.
 */
export async function examine(content: unknown, place: Place, verification: Verification): Promise<Examination> {
  const read = readSecuredDocument(content, verification)
  if (!read.ok) return { ok: false, report: unreadableReport(read, place.pointer) }
  const { document, kind, mediaType } = read
  if (kind === 'presentation' && !isHandedOver(place)) {
    const found = problem('presentation-inside', '', 'A credential was expected here.')
    return { ok: false, report: unreadableReport({ problem: found, outcome: 'failed', mediaType }, place.pointer) }
  }
  // A token, or what is in an envelope, is no part of the JSON that holds it.
  const hasFineContexts = place.hasFineContexts === true && document === content
  const refusedContexts = contextPolicyProblems(document, hasFineContexts, verification)
  const nested = nestedCredentials(document, verification.budget.innerCredentials)
  const holder = { document, place, hasFineContexts: refusedContexts.length === 0 }
  const inner = nested.length === 0 ? noneInside : await examineNested(nested, holder, verification)
  const [schema, rules] =
    place.fetchedAs === 'status-list'
      ? unaskedOfLists
      : await checkDocumentRules(document, nested, place.holder, verification)
  return { ok: true, place, secured: read, nested, inner, refusedContexts, schema, rules }
}

// Most credentials have nothing inside; to wait for nothing takes time too.
const noneInside: readonly ExaminedInner[] = []

/** Of a status list, which is no record of a learner, only what decides whether it may be relied on is asked. */
const unaskedOfLists = [notApplicable('schema'), notApplicable('rules')] as const

/** A document that holds others. */
interface Holder {
  readonly document: JsonObject
  readonly place: Place
  readonly hasFineContexts: boolean
}

async function examineNested(
  nested: readonly NestedCredential[],
  { document: holder, place, hasFineContexts }: Holder,
  verification: Verification,
): Promise<ExaminedInner[]> {
  const inner: ExaminedInner[] = []
  const learners = subjectNames(holder)
  for (const { role, content, pointer: at } of nested) {
    const pointer = place.pointer + at
    const tooMuch = exceeds(place, verification)
    if (tooMuch !== undefined) {
      const mediaType = typeof content === 'string' ? 'application/vc+jwt' : 'application/vc'
      const report = unreadableReport({ problem: tooMuch, outcome: 'undetermined', mediaType }, pointer)
      // What goes beyond the limit is named once, not a million times. It stands for all that follows, so it is no
      // endorsement, of which the credential would be independent.
      inner.push({ role: 'credential', pointer, examination: { ok: false, report } })
      break
    }
    const endorsable = role === 'endorsement' ? endorsableIds(holder, at) : undefined
    const { depth, fetchedAs } = place
    const inside = { pointer, depth: depth + 1, holder, learners, endorsable, fetchedAs, hasFineContexts }
    inner.push({ role, pointer, examination: await examine(content, inside, verification) })
  }
  return inner
}

/** Counts one more inner credential; returns why it is one too many. */
function exceeds(holder: Place, { limits, budget }: Verification): Problem | undefined {
  if (holder.depth >= limits.maxInnerDepth) {
    return problem('limit-exceeded', '', `Credentials stand more than ${limits.maxInnerDepth} deep inside one another.`)
  }
  budget.innerCredentials -= 1
  if (budget.innerCredentials >= 0) return undefined
  return problem('limit-exceeded', '', `The document holds more than ${limits.maxInnerCredentials} credentials.`)
}
