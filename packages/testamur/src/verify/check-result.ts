import type { Problem } from '@testamur/documents'
import { problem } from '../problems.js'
import type { Check, CheckId } from './interface.js'

/** What a check found about one credential; pointers are relative to it. */
export interface CheckResult {
  readonly id: CheckId
  readonly outcome: Check['outcome']
  /** Why the check failed or is undetermined. */
  readonly errors: readonly Problem[]
  readonly warnings: readonly Problem[]
}

const none: readonly Problem[] = []

/** There was nothing to check. */
export const notApplicable = (id: CheckId): CheckResult => ({
  id,
  outcome: 'not-applicable',
  errors: none,
  warnings: none,
})

/** Fine, perhaps with something worth knowing. */
export const passed = (id: CheckId, warnings: readonly Problem[] = none): CheckResult => ({
  id,
  outcome: 'passed',
  errors: none,
  warnings,
})

/** The document is at fault. */
export const failed = (id: CheckId, errors: readonly Problem[], warnings: readonly Problem[] = none): CheckResult => ({
  id,
  outcome: 'failed',
  errors,
  warnings,
})

/** It could not be told. */
export const undetermined = (
  id: CheckId,
  errors: readonly Problem[],
  warnings: readonly Problem[] = none,
): CheckResult => ({ id, outcome: 'undetermined', errors, warnings })

/** Why a document without proof is worth nothing. */
export const missingProof = (): Problem =>
  problem('proof-missing', '', 'The document carries no proof, so nobody vouches for it.')
