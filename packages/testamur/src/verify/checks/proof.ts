import { childPointer, type JsonObject, type JsonValue, type Problem } from '@testamur/documents'
import { findCryptosuite, isRegisteredCryptosuite } from '@testamur/proofs/cryptosuites'
import { resolveVerificationMethod } from '@testamur/proofs/dids'
import { isObject, issuerIdOf, withoutProof } from '../../nesting/credential-parts.js'
import { problem } from '../../problems.js'
import { type CheckResult, failed, passed, undetermined } from '../check-result.js'
import type { Verification } from '../options.js'

/** What one proof of a credential came to. */
interface ProofVerdict {
  readonly signature: 'good' | 'broken' | 'unchecked'
  readonly key: 'issuer' | 'self-asserted' | 'refused' | 'unobtainable' | 'unknown'
  readonly problems: readonly Problem[]
}

/**
 * The checks `proof` and `issuer`, for all proofs a credential carries: one broken proof rejects, one of an unknown kind or by a key that is not the
 * issuer's warns, and at least one good proof by a key of the issuer is needed.
 */
export async function checkProofs(
  credential: JsonObject,
  verification: Verification,
): Promise<readonly [CheckResult, CheckResult]> {
  const proofs = proofsOf(credential)
  if (proofs.length === 0) {
    const missing = problem('proof-missing', '', 'The credential carries no proof, so nobody vouches for it.')
    return [failed('proof', [missing]), undetermined('issuer', [])]
  }
  if (proofs.length > verification.limits.maxProofs) {
    const tooMany = problem(
      'limit-exceeded',
      '/proof',
      `The credential carries ${proofs.length} proofs; at most ${verification.limits.maxProofs} are checked.`,
    )
    return [undetermined('proof', [tooMany]), undetermined('issuer', [])]
  }
  const verdicts: ProofVerdict[] = []
  for (const { proof, pointer } of proofs) verdicts.push(await judgeProof(credential, proof, pointer, verification))
  return [proofResult(verdicts), issuerResult(verdicts, verification)]
}

function proofsOf(credential: JsonObject): { proof: JsonValue; pointer: string }[] {
  const member = credential['proof']
  if (member === undefined || member === null) return []
  if (!Array.isArray(member)) return [{ proof: member, pointer: '/proof' }]
  return member.map((proof, index) => ({ proof, pointer: childPointer('/proof', index) }))
}

async function judgeProof(
  credential: JsonObject,
  proof: JsonValue,
  pointer: string,
  verification: Verification,
): Promise<ProofVerdict> {
  if (!isObject(proof)) {
    return {
      signature: 'broken',
      key: 'unknown',
      problems: [problem('proof-malformed', pointer, 'A proof must be an object.')],
    }
  }
  const unsupported = unsupportedKind(proof, pointer)
  if (unsupported !== undefined) return unsupported

  const suite = findCryptosuite(String(proof['cryptosuite']))
  const method = proof['verificationMethod']
  const issuer = issuerIdOf(credential)
  if (suite === undefined || typeof method !== 'string' || issuer === undefined) {
    const found =
      issuer === undefined
        ? problem('issuer-missing', '/issuer', 'Without an issuer no key can be the issuer’s.')
        : problem('proof-malformed', `${pointer}/verificationMethod`, 'The URL of a public key was expected.')
    return { signature: 'broken', key: 'unknown', problems: [found] }
  }
  const { resolver, fetchJson, now, contexts } = verification
  const resolved = await resolveVerificationMethod(method, { issuer, resolver, fetchJson, now })
  if (!resolved.ok) {
    return {
      signature: 'unchecked',
      key: resolved.reason,
      problems: [{ ...resolved.problem, pointer: `${pointer}/verificationMethod` }],
    }
  }
  const broken = await suite.verifyProof(withoutProof(credential) as never, proof, {
    contexts,
    publicKey: resolved.publicKey,
  })
  return {
    signature: broken.length === 0 ? 'good' : 'broken',
    key: resolved.confirmation,
    problems: broken.map((found) => ({ ...found, pointer: found.pointer.replace(/^\/proof(?=\/|$)/, pointer) })),
  }
}

/** The verdict on a proof that no cryptosuite here can check, or `undefined` when one can. */
function unsupportedKind(proof: JsonObject, pointer: string): ProofVerdict | undefined {
  const unchecked = (found: Problem): ProofVerdict => ({ signature: 'unchecked', key: 'unknown', problems: [found] })
  const { type, cryptosuite } = proof
  if (type !== 'DataIntegrityProof') {
    return unchecked(problem('proof-unsupported', `${pointer}/type`, 'The proof is not a DataIntegrityProof.'))
  }
  if (typeof cryptosuite !== 'string' || !isRegisteredCryptosuite(cryptosuite)) {
    const found = problem(
      'proof-malformed',
      `${pointer}/cryptosuite`,
      'The name of a registered cryptosuite was expected, such as eddsa-rdfc-2022.',
    )
    return { signature: 'broken', key: 'unknown', problems: [found] }
  }
  if (findCryptosuite(cryptosuite) === undefined) {
    return unchecked(
      problem('proof-unsupported', `${pointer}/cryptosuite`, `The cryptosuite ${cryptosuite} is not supported.`),
    )
  }
  if (proof['previousProof'] !== undefined) {
    return unchecked(problem('proof-chain-unsupported', `${pointer}/previousProof`, 'Proof chains are not supported.'))
  }
  return undefined
}

function proofResult(verdicts: readonly ProofVerdict[]): CheckResult {
  const problemsOf = (signature: ProofVerdict['signature']): Problem[] =>
    verdicts.filter((verdict) => verdict.signature === signature).flatMap((verdict) => verdict.problems)
  const broken = problemsOf('broken')
  if (broken.length > 0) return failed('proof', broken, problemsOf('unchecked'))
  const isGood = verdicts.some((verdict) => verdict.signature === 'good')
  return isGood ? passed('proof', problemsOf('unchecked')) : undetermined('proof', problemsOf('unchecked'))
}

function issuerResult(verdicts: readonly ProofVerdict[], { options }: Verification): CheckResult {
  const checked = verdicts.filter(({ signature }) => signature !== 'unchecked')
  const good = checked.filter(({ signature }) => signature === 'good')
  const keys = (good.length > 0 ? good : checked).map(({ key }) => key)
  if (keys.includes('issuer')) return passed('issuer')
  if (keys.includes('self-asserted')) {
    const selfAsserted = problem(
      'key-self-asserted',
      '/issuer',
      'The issuer’s own site or DID document does not name the key, so anybody could have made it.',
    )
    return options.acceptSelfAssertedKeys ? passed('issuer', [selfAsserted]) : failed('issuer', [selfAsserted])
  }
  const refused = verdicts.filter(({ key }) => key === 'refused').flatMap(({ problems }) => problems)
  if (refused.length > 0) return failed('issuer', refused)
  return undetermined(
    'issuer',
    verdicts.filter(({ key }) => key === 'unobtainable').flatMap(({ problems }) => problems),
  )
}
