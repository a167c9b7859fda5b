import type { JsonObject, Problem } from '@testamur/documents'
import { excerpt } from '@testamur/documents/json'
import { problem } from '../problems.js'
import type { VerifyDataIntegrityProofOptions } from './interface.js'

/**
 * Returns whether a proof was made for the one who asks now: whoever got it for another occasion, or for another site,
 * can hand it on (VC Data Integrity 1.0 §4.4 Verify Proof, `challenge` and `domain`). What is not expected is not
 * looked at.
 */
export function recipientProblems(
  proof: JsonObject,
  { challenge, domain }: Pick<VerifyDataIntegrityProofOptions, 'challenge' | 'domain'>,
  pointer: string,
): Problem[] {
  const problems: Problem[] = []
  if (challenge !== undefined && proof.challenge !== challenge) {
    const found = proof.challenge === undefined ? 'It has none.' : 'It has another one.'
    problems.push(
      problem('proof-challenge', `${pointer}/challenge`, `The challenge that was given was expected. ${found}`),
    )
  }
  if (domain !== undefined && [proof.domain].flat().some((named) => named !== domain)) {
    const found = proof.domain === undefined ? 'It names nobody.' : 'It names somebody else, or others too.'
    problems.push(
      problem('proof-domain', `${pointer}/domain`, `The proof must be meant for ${excerpt(domain)}. ${found}`),
    )
  }
  return problems
}
