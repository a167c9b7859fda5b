import {
  childPointer,
  type JsonObject,
  type JsonValue,
  type Problem,
  type VerifiableCredential,
} from '@testamur/documents'
import { type CanonicalizationCache, canonicalizationCache, verifyDataIntegrityProof } from '@testamur/proofs'
import { findCryptosuite, isRegisteredCryptosuite } from '@testamur/proofs/cryptosuites'
import { resolveVerificationMethod } from '@testamur/proofs/dids'
import { isObject, issuerIdOf } from '../../nesting/credential-parts.js'
import { problem } from '../../problems.js'
import { type CheckResult, failed, passed, undetermined } from '../check-result.js'
import type { Verification } from '../options.js'

/** What one proof of a credential came to. */
interface ProofVerdict {
  /** `unchecked`: of a kind or by a key that cannot be checked here. `unrecognised`: of a kind that nobody defined. */
  readonly signature: 'good' | 'broken' | 'unchecked' | 'unrecognised'
  readonly key: 'issuer' | 'self-asserted' | 'refused' | 'unobtainable' | 'unknown'
  readonly problems: readonly Problem[]
}

/**
 * The checks `proof` and `issuer`, for all proofs a credential carries: one broken proof rejects, one of an unknown
 * kind or by a key that is not the issuer's warns, and at least one good proof by a key of the issuer is needed.
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
  // All proofs of a set cover the same statements, which are read once.
  const cache = canonicalizationCache()
  const verdicts: ProofVerdict[] = []
  for (const { proof, pointer } of proofs) {
    verdicts.push(await judgeProof(credential, proof, pointer, { ...verification, cache }))
  }
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
  verification: Verification & { readonly cache: CanonicalizationCache },
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

  const { verificationMethod } = proof
  const issuer = issuerIdOf(credential)
  if (typeof verificationMethod !== 'string' || issuer === undefined) {
    const found =
      issuer === undefined
        ? problem('issuer-missing', '/issuer', 'Without an issuer no key can be the issuer’s.')
        : problem('proof-malformed', `${pointer}/verificationMethod`, 'The URL of a public key was expected.')
    return { signature: 'broken', key: 'unknown', problems: [found] }
  }
  const { resolver, fetchJson, now, contexts, cache } = verification
  const resolved = await resolveVerificationMethod(verificationMethod, { issuer, resolver, fetchJson, now })
  if (!resolved.ok) {
    const found = { ...resolved.problem, pointer: `${pointer}/verificationMethod` }
    return { signature: 'unchecked', key: resolved.reason, problems: [found] }
  }
  const { publicKey, confirmation } = resolved
  const document = credential as unknown as VerifiableCredential
  const problems = await verifyDataIntegrityProof(document, { publicKey, contexts, pointer, now, cache })
  return { signature: problems.length === 0 ? 'good' : 'broken', key: confirmation, problems }
}

/** Proof types that were in use before Data Integrity, or still are; what they cover is not checked here. */
const otherProofTypes = new Set([
  'BbsBlsSignature2020',
  'EcdsaSecp256k1Signature2019',
  'Ed25519Signature2018',
  'Ed25519Signature2020',
  'JsonWebSignature2020',
  'RsaSignature2018',
])

/** The verdict on a proof that no cryptosuite here can check, or `undefined` when one can. */
function unsupportedKind(proof: JsonObject, pointer: string): ProofVerdict | undefined {
  const { type, cryptosuite } = proof
  if (type !== 'DataIntegrityProof') {
    const isKnown = typeof type === 'string' && otherProofTypes.has(type)
    return notChecked(isKnown, `${pointer}/type`, 'The proof is not a DataIntegrityProof.')
  }
  if (typeof cryptosuite === 'string' && findCryptosuite(cryptosuite) !== undefined) return undefined
  const isKnown = typeof cryptosuite === 'string' && isRegisteredCryptosuite(cryptosuite)
  const reason = isKnown
    ? `The cryptosuite ${cryptosuite} is not supported.`
    : 'The proof names no cryptosuite that anybody defined.'
  return notChecked(isKnown, `${pointer}/cryptosuite`, reason)
}

function notChecked(isKnown: boolean, pointer: string, reason: string): ProofVerdict {
  return {
    signature: isKnown ? 'unchecked' : 'unrecognised',
    key: 'unknown',
    problems: [problem('proof-unsupported', pointer, reason)],
  }
}

/** Only a proof that can be real leaves the matter open; one of a kind that nobody defined is no proof at all. */
function proofResult(verdicts: readonly ProofVerdict[]): CheckResult {
  const problemsOf = (...signatures: ProofVerdict['signature'][]): Problem[] =>
    verdicts.filter(({ signature }) => signatures.includes(signature)).flatMap(({ problems }) => problems)
  const broken = problemsOf('broken')
  const others = problemsOf('unchecked', 'unrecognised')
  if (broken.length > 0) return failed('proof', broken, others)
  if (verdicts.some(({ signature }) => signature === 'good')) return passed('proof', others)
  return verdicts.some(({ signature }) => signature === 'unchecked')
    ? undetermined('proof', others)
    : failed('proof', others)
}

function issuerResult(verdicts: readonly ProofVerdict[], { options }: Verification): CheckResult {
  const checked = verdicts.filter(({ signature }) => signature === 'good' || signature === 'broken')
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
