import type { JsonObject } from '@testamur/documents'
import { listOf } from '../../nesting/credential-parts.js'
import { problem } from '../../problems.js'
import { type CheckResult, notApplicable, passed, undetermined } from '../check-result.js'

/**
 * Revocation and suspension. Status lists are not fetched, so a credential that names one is undetermined, never
 * "fine".
 */
export function checkStatus(credential: JsonObject): readonly CheckResult[] {
  if (listOf(credential['credentialStatus']).length === 0)
    return [notApplicable('status'), notApplicable('status-issuer')]
  const unchecked = problem(
    'status-unchecked',
    '/credentialStatus',
    'The credential may have been revoked: its status list was not read.',
  )
  return [undetermined('status', [unchecked]), notApplicable('status-issuer')]
}

/**
 * A newer version behind a refresh service. It is not fetched; that leaves the credential at hand as good as it is,
 * with a warning.
 */
export function checkRefresh(credential: JsonObject): CheckResult {
  if (listOf(credential['refreshService']).length === 0) return notApplicable('refresh')
  return passed('refresh', [
    problem(
      'refresh-unchecked',
      '/refreshService',
      'The issuer may offer a newer version of this credential; it was not looked for.',
    ),
  ])
}
