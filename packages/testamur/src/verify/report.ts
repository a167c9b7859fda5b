import type { Problem } from '@testamur/documents'
import type { NestedCredential } from '../nesting/nested-credentials.js'
import { problem } from '../problems.js'
import { type CheckResult, failed, missingProof, undetermined } from './check-result.js'
import type {
  Check,
  CheckId,
  CoveredDocument,
  InnerVerificationReport,
  VerificationOutcome,
  VerificationReport,
} from './interface.js'
import type { Unreadable } from './secured-document.js'

export const checkIds: readonly CheckId[] = [
  'parse',
  'context',
  'schema',
  'rules',
  'proof',
  'claims',
  'issuer',
  'subject',
  'status',
  'status-issuer',
  'validity',
  'refresh',
  'recipient',
]

/** The report of an inner credential, with what it is to the one that holds it. */
export interface InnerResult {
  readonly role: NestedCredential['role']
  readonly report: InnerVerificationReport
}

interface Findings {
  /** JSON Pointer of the credential in the whole document. */
  readonly pointer: string
  readonly mediaType: string
  /** What a good proof covers. */
  readonly covered: CoveredDocument | undefined
  readonly results: readonly CheckResult[]
  readonly inner: readonly InnerResult[]
}

/** Puts the findings about one credential and the reports of the inner ones together. */
export function report({ pointer, mediaType, covered, results, inner }: Findings): VerificationReport {
  let outcome: VerificationOutcome = 'verified'
  const checks: Check[] = []
  const errors: Problem[] = []
  const warnings: Problem[] = []
  for (const result of results) {
    outcome = worse(outcome, outcomeOf(result))
    // So it is with most checks of most credentials.
    if (result.errors.length + result.warnings.length === 0) {
      checks.push({ id: result.id, outcome: result.outcome })
      continue
    }
    const placed = placeResult(result, pointer)
    checks.push(checkOf(placed))
    errors.push(...placed.errors)
    warnings.push(...placed.warnings)
  }
  for (const each of inner) {
    const effect = effectOnHolder(each)
    outcome = worse(outcome, effect.outcome)
    errors.push(...effect.errors)
    warnings.push(...effect.warnings)
  }
  return {
    outcome,
    verified: outcome === 'verified',
    mediaType,
    credential: covered,
    checks,
    credentials: inner.map((result) => result.report),
    errors: distinct(errors),
    warnings: distinct(warnings),
  }
}

/** What several checks found at the same place is told once. */
function distinct(problems: readonly Problem[]): readonly Problem[] {
  if (problems.length < 2) return problems
  const told = new Map(problems.map((found) => [`${found.code} ${found.pointer} ${found.detail}`, found]))
  return [...told.values()]
}

/** The report of a document that could not be looked into: no check but `parse` was possible. */
export function unreadableReport(unreadable: Unreadable, pointer: string): VerificationReport {
  const results = checkIds.map((id): CheckResult => {
    if (id === 'proof' && unreadable.isUnsigned) return failed(id, [missingProof()])
    if (id !== 'parse') return undetermined(id, [])
    return unreadable.outcome === 'failed' ? failed(id, [unreadable.problem]) : undetermined(id, [unreadable.problem])
  })
  return report({ pointer, mediaType: unreadable.mediaType, covered: undefined, results, inner: [] })
}

/** A report with another result of a check that never changes an outcome. */
export function replaceCheck(old: VerificationReport, result: CheckResult): VerificationReport {
  const replaced = checkOf(result)
  const before = old.checks.find(({ id }) => id === result.id)?.problem
  return {
    ...old,
    checks: old.checks.map((check) => (check.id === result.id ? replaced : check)),
    warnings: [...old.warnings.filter((warning) => warning !== before), ...result.warnings],
  }
}

/** The first of these checks that failed or could not be made. */
export function firstDoubt({ checks }: VerificationReport, among: ReadonlySet<CheckId>): Check | undefined {
  return checks.find(({ id, outcome }) => among.has(id) && (outcome === 'failed' || outcome === 'undetermined'))
}

interface Effect {
  readonly outcome: VerificationOutcome
  readonly errors: readonly Problem[]
  readonly warnings: readonly Problem[]
}

/**
 * What an inner report means for the credential that holds it: an endorsement that is merely out of date only stops
 * counting.
 */
function effectOnHolder({ role, report: inner }: InnerResult): Effect {
  if (role === 'credential' || inner.verified || isForged(inner)) return inner
  const uncounted = problem(
    'endorsement-not-counted',
    inner.pointer,
    'The endorsement was not verified; the credential stands without it.',
  )
  return { outcome: 'verified', errors: [], warnings: [uncounted, ...inner.errors, ...inner.warnings] }
}

/** What leaves an endorsement without a signature, or with one that nobody can read: it is only worth nothing. */
const unsigned: ReadonlySet<string | undefined> = new Set(['proof-missing', 'proof-unsupported'])

/** True when somebody changed an endorsement, or one of it, after it was signed, or it is none at all. */
function isForged(inner: VerificationReport): boolean {
  const isBroken = inner.checks.some(
    ({ id, outcome, problem }) =>
      outcome === 'failed' && (id === 'parse' || (id === 'proof' && !unsigned.has(problem?.code))),
  )
  return isBroken || inner.credentials.some(isForged)
}

function placeResult(result: CheckResult, prefix: string): CheckResult {
  if (prefix === '') return result
  const placeProblem = (found: Problem): Problem => ({ ...found, pointer: prefix + found.pointer })
  return { ...result, errors: result.errors.map(placeProblem), warnings: result.warnings.map(placeProblem) }
}

function checkOf({ id, outcome, errors, warnings }: CheckResult): Check {
  const [reason] = outcome === 'passed' ? warnings : errors
  return reason === undefined ? { id, outcome } : { id, outcome, problem: reason }
}

function outcomeOf({ outcome }: CheckResult): VerificationOutcome {
  if (outcome === 'failed') return 'rejected'
  return outcome === 'undetermined' ? 'undetermined' : 'verified'
}

/** One rejection outweighs any doubt, one doubt any number of verified parts. */
function worse(one: VerificationOutcome, other: VerificationOutcome): VerificationOutcome {
  if (one === 'rejected' || other === 'rejected') return 'rejected'
  return one === 'undetermined' ? one : other
}
