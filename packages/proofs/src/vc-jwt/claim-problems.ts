import type { JsonObject, Problem } from '@testamur/documents'
import { parseDateTime } from '../date-time.js'
import { problem } from '../problems.js'
import { type DateClaim, dateClaims, type IdentifierClaim, identifierClaims } from './claim-counterparts.js'
import type { ClaimProblems, VcJwt } from './interface.js'
import { dateTimeOf, instantOf } from './numeric-date.js'

/**
 * Returns where the claims of a token contradict the credential or presentation in it (VCDM 1.1 §6.3.1; OB 3.0 §8.2.3),
 * and when the token itself may be used. `iss` must be the issuer (for a presentation the holder), `jti` the id, `sub`
 * the subject, and for credentials `nbf` and `exp` the dates, to the second. `aud` and `nonce` have no counterpart in
 * the document: compare them with what you asked for.
 *
 * A missing claim is a warning, because official samples leave some out; OB 3.0 requires all of them. `nbf` and `exp`
 * count also where the document has no date: judge `validity` by your clock, which is not done here.
 *
 * Problem codes: errors `claim-differs` and `claim-malformed`; warnings `claim-missing`, and `claim-malformed` for `iat`.
 * Pointers are into the payload, such as `/nbf`. No detail shows an identifier, which may be a learner's.
 *
 * @example
 * ```ts
 * import { claimProblems, parseVcJwt } from '@testamur/proofs/vc-jwt'
 *
 * const parsed = parseVcJwt('eyJ…')
 * if (parsed.ok) {
 *   const { errors, validity } = claimProblems(parsed.token)
 *   const isOver = validity.expires !== undefined && validity.expires <= new Date()
 *   console.log(errors.length === 0 && !isOver)
 * }
 * ```
 */
export function claimProblems(token: VcJwt): ClaimProblems {
  const { claims, document, kind } = token
  const found = [
    ...identifierClaims[kind].map((rule) => identifierProblem(rule, claims, document)),
    ...dateClaims(token).map((rule) => dateProblem(rule, claims, document)),
    // Where the document has no date beside them, they must be readable all the same.
    ...(kind === 'presentation' ? [numericProblem('nbf', claims), numericProblem('exp', claims)] : []),
  ].filter((problem) => problem !== undefined)
  // Nothing depends on `iat`, and W3C's own test suite writes it as text.
  const iat = numericProblem('iat', claims)
  return {
    errors: found.filter((problem) => !isMissing(problem)),
    warnings: [...found.filter(isMissing), ...(iat === undefined ? [] : [iat])],
    validity: { notBefore: instantOf(claims.nbf), expires: instantOf(claims.exp) },
  }
}

const isMissing = ({ code }: Problem): boolean => code === 'claim-missing'

function identifierProblem(
  { claim, member, ids }: IdentifierClaim,
  claims: JsonObject,
  document: JsonObject,
): Problem | undefined {
  const said = claims[claim]
  const expected = ids(document)
  // RFC 7519 §4.1.2: `sub` is one subject, so a credential about several need not have it.
  if (said === undefined) return expected.length === 1 ? missing(claim, member) : undefined
  if (typeof said !== 'string') return malformed(claim, 'must be a text')
  return expected.length === 0 || expected.includes(said) ? undefined : differs(claim, `${member} says otherwise`)
}

function dateProblem({ claim, member }: DateClaim, claims: JsonObject, document: JsonObject): Problem | undefined {
  const date = document[member]
  if (claims[claim] === undefined) return date === undefined ? undefined : missing(claim, member)
  const said = instantOf(claims[claim])
  if (said === undefined) return numericProblem(claim, claims)
  if (date === undefined) return undefined
  const expected = parseDateTime(date)
  if (expected === undefined) return differs(claim, `${member} is no date and time to compare it with`)
  // A claim in whole seconds may stand for a date with a fraction, rounded either way.
  const isSame = Math.abs(said.getTime() - expected.getTime()) < 1000
  return isSame ? undefined : differs(claim, `it is ${dateTimeOf(said)}, and ${member} ${dateTimeOf(expected)}`)
}

function numericProblem(claim: 'nbf' | 'exp' | 'iat', claims: JsonObject): Problem | undefined {
  const isReadable = claims[claim] === undefined || instantOf(claims[claim]) !== undefined
  return isReadable ? undefined : malformed(claim, 'must be a number, the seconds since 1970')
}

function missing(claim: string, member: string): Problem {
  return problem('claim-missing', `/${claim}`, `The token has no claim ${claim}, which should repeat ${member}.`)
}

function malformed(claim: string, rule: string): Problem {
  return problem('claim-malformed', `/${claim}`, `The claim ${claim} ${rule}.`)
}

function differs(claim: string, how: string): Problem {
  const detail = `The claim ${claim} contradicts the document: ${how}. Ask the issuer for a corrected one.`
  return problem('claim-differs', `/${claim}`, detail)
}
