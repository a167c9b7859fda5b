import { type Problem, TestamurError } from '@testamur/documents'
import type { ResolvedVerificationMethod } from '@testamur/proofs/dids'
import { problem } from '../../problems.js'
import { type CheckResult, failed, missingProof, passed, undetermined } from '../check-result.js'
import type { Verification } from '../options.js'

/** What one proof of a document came to, whether it stands inside or is the token around it. */
export interface ProofVerdict {
  /** `unchecked`: of a kind or by a key that cannot be checked here. `unrecognised`: of a kind that nobody defined. */
  readonly signature: 'good' | 'broken' | 'unchecked' | 'unrecognised'
  readonly key: 'issuer' | 'self-asserted' | 'refused' | 'unobtainable' | 'unknown'
  /** `text`: every byte of the JSON. `statements`: what the JSON says as linked data, wherever it says it. */
  readonly covers: 'text' | 'statements'
  readonly problems: readonly Problem[]
  /** Beside a self-asserted key: why the issuer could not be asked about it. */
  readonly unobtainable?: Problem | undefined
}

/** A proof that could not be looked into, or is none. */
export const broken = (problems: readonly Problem[]): ProofVerdict => ({
  signature: 'broken',
  key: 'unknown',
  covers: 'statements',
  problems,
})

/** A proof by an algorithm that the engine this runs in does not have. */
export function withoutAlgorithm(error: unknown, pointer: string): ProofVerdict {
  if (!TestamurError.isInstance(error) || error.code !== 'ERR_ALGORITHM_UNSUPPORTED') throw error
  const problems = [problem('proof-unsupported', pointer, `Here this signature cannot be checked: ${error.message}`)]
  return { signature: 'unchecked', key: 'unknown', covers: 'statements', problems }
}

/** A proof whose key is not to be had, or not to be used. */
export function withoutKey(resolved: ResolvedVerificationMethod & { ok: false }, pointer: string): ProofVerdict {
  const problems = [{ ...resolved.problem, pointer }]
  return { signature: 'unchecked', key: resolved.reason, covers: 'statements', problems }
}

/**
 * The check `proof`: one broken proof rejects, one of an unknown kind or by a key that is not the issuer's warns, and at
 * least one good proof is needed. Only a proof that can be real leaves the matter open; one of a kind that nobody
 * defined is no proof at all.
 */
export function proofResult(verdicts: readonly ProofVerdict[]): CheckResult {
  if (verdicts.length === 0) return failed('proof', [missingProof()])
  const brokenOnes: Problem[] = []
  const others: Problem[] = []
  for (const { signature, problems } of verdicts) (signature === 'broken' ? brokenOnes : others).push(...problems)
  const areSome = (wanted: ProofVerdict['signature']): boolean => verdicts.some(({ signature }) => signature === wanted)
  if (brokenOnes.length > 0) return failed('proof', brokenOnes, others)
  if (areSome('good')) return passed('proof', others)
  return areSome('unchecked') ? undetermined('proof', others) : failed('proof', others)
}

/** The check `issuer`: at least one good proof is by a key that the issuer, or the holder, confirms. */
export function issuerResult(verdicts: readonly ProofVerdict[], { options }: Verification): CheckResult {
  const good = verdicts.filter(({ signature }) => signature === 'good')
  const counted = good.length > 0 ? good : verdicts.filter(({ signature }) => signature === 'broken')
  if (counted.some(({ key }) => key === 'issuer')) return passed('issuer')
  const unobtainable = verdicts.filter(({ key }) => key === 'unobtainable').flatMap(({ problems }) => problems)
  if (counted.some(({ key }) => key === 'self-asserted')) {
    // The issuer's own proof may be there beside it: a network that is down is no forgery.
    if (unobtainable.length > 0 && !options.acceptSelfAssertedKeys) return undetermined('issuer', unobtainable)
    const unasked = verdicts.find(({ key, unobtainable }) => key === 'self-asserted' && unobtainable)?.unobtainable
    const detail =
      unasked === undefined
        ? 'The issuer’s own site or DID document does not name the key, so anybody could have made it.'
        : `Only the credential itself says that the key is the issuer’s, so anybody could have made it. The issuer could not be asked: ${unasked.detail}`
    const selfAsserted = problem('key-self-asserted', '/issuer', detail)
    return options.acceptSelfAssertedKeys ? passed('issuer', [selfAsserted]) : failed('issuer', [selfAsserted])
  }
  const refused = verdicts.filter(({ key }) => key === 'refused').flatMap(({ problems }) => problems)
  if (refused.length > 0) return failed('issuer', refused)
  return undetermined('issuer', unobtainable)
}
