import { childPointer, type JsonObject, type JsonValue, type VerifiableCredential } from '@testamur/documents'
import { isObject, listOf } from '@testamur/documents/json'
import { type CanonicalizationCache, canonicalizationCache, verifyDataIntegrityProof } from '@testamur/proofs'
import { cryptosuiteOf } from '@testamur/proofs/cryptosuites'
import { resolveVerificationMethod } from '@testamur/proofs/dids'
import { problem } from '../../problems.js'
import { type GoodProofs, unlessGood } from '../good-proofs.js'
import type { Verification } from '../options.js'
import type { SecuredDocument } from '../secured-document.js'
import { broken, type ProofVerdict, withoutAlgorithm, withoutKey } from './proof-verdict.js'

/** A proof and its place in its document. */
interface PlacedProof {
  readonly proof: JsonValue
  readonly pointer: string
}

/** Returns the verdict on every proof that stands inside a document; none when there are none. */
export async function judgeEmbeddedProofs(
  secured: SecuredDocument,
  verification: Verification,
  goodProofs: GoodProofs | undefined,
): Promise<readonly ProofVerdict[]> {
  const proofs = proofsOf(secured.document)
  const { maxProofs } = verification.limits
  if (proofs.length > maxProofs) {
    const detail = `The document carries ${proofs.length} proofs; at most ${maxProofs} are checked.`
    const problems = [problem('limit-exceeded', '/proof', detail)]
    return [{ signature: 'unchecked', key: 'unknown', covers: 'statements', problems }]
  }
  // All proofs of a set cover the same statements, which are read once.
  const cache = proofs.length > 1 ? canonicalizationCache() : undefined
  const verdicts: ProofVerdict[] = []
  for (const placed of proofs) {
    const judged = judgeProof(placed, secured, verification, cache, goodProofs)
    verdicts.push(await judged.catch((error: unknown) => withoutAlgorithm(error, placed.pointer)))
  }
  return verdicts
}

function proofsOf(document: JsonObject): PlacedProof[] {
  const member = document['proof']
  if (member === undefined || member === null) return []
  if (!Array.isArray(member)) return [{ proof: member, pointer: '/proof' }]
  return member.map((proof, index) => ({ proof, pointer: childPointer('/proof', index) }))
}

async function judgeProof(
  { proof, pointer }: PlacedProof,
  { document, kind, controller }: SecuredDocument,
  verification: Verification,
  cache: CanonicalizationCache | undefined,
  goodProofs: GoodProofs | undefined,
): Promise<ProofVerdict> {
  if (!isObject(proof)) return broken([problem('proof-malformed', pointer, 'A proof must be an object.')])
  const unsupported = unsupportedKind(proof, pointer)
  if (unsupported !== undefined) return unsupported

  const { verificationMethod } = proof
  if (typeof verificationMethod !== 'string') {
    const detail = 'The URL of a public key was expected.'
    return broken([problem('proof-malformed', `${pointer}/verificationMethod`, detail)])
  }
  if (controller === undefined) return broken([withoutController(kind)])

  const { resolver, fetchJson, now, contexts, options } = verification
  const proofPurpose = kind === 'credential' ? 'assertionMethod' : 'authentication'
  const lookup = { issuer: controller, relationship: proofPurpose, resolver, fetchJson, now } as const
  const resolved = await resolveVerificationMethod(verificationMethod, lookup)
  if (!resolved.ok) return withoutKey(resolved, `${pointer}/verificationMethod`)

  const { publicKey, confirmation, unobtainable } = resolved
  const expected = kind === 'presentation' ? { challenge: options.challenge, domain: options.domain } : {}
  // A proof that expires is not good for ever.
  const lasting = proof['expires'] === undefined ? goodProofs : undefined
  const problems = await unlessGood(lasting, pointer, publicKey, () =>
    verifyDataIntegrityProof(document as unknown as VerifiableCredential, {
      publicKey,
      contexts,
      pointer,
      now,
      cache,
      proofPurpose,
      engine: options.engine,
      fallback: options.fallback,
      crossCheckRate: options.crossCheckRate,
      ...expected,
    }),
  )
  const uncovered = uncoveredContexts(document, proof)
  if (problems.length === 0 && uncovered) {
    const detail = 'Contexts were added to the document after it was signed: its proof names fewer than the document.'
    const problems = [problem('context-not-covered', '/@context', detail)]
    return { signature: 'broken', key: confirmation, covers: 'text', problems }
  }
  // What cannot be checked, for want of a package or of a feature of it, was not found to be broken.
  const isUnchecked = problems.some(({ code }) => /^cryptosuite-(not-installed|unsupported)$/.test(code))
  const signature = isUnchecked ? 'unchecked' : problems.length === 0 ? 'good' : 'broken'
  const covers = isOverText(proof) ? 'text' : 'statements'
  return { signature, key: confirmation, covers, problems, unobtainable }
}

/** Cryptosuites over JCS cover every byte of the JSON, those over RDFC the statements that it makes. */
const isOverText = ({ cryptosuite }: JsonObject): boolean => /-jcs-/.test(String(cryptosuite))

/**
 * A proof over JCS covers the contexts that it names itself, and stays good when others follow them in the document (VC
 * Data Integrity EdDSA Cryptosuites 1.0 §3.3.2, step 4). They could give names another meaning.
 */
function uncoveredContexts(document: JsonObject, proof: JsonObject): boolean {
  const named = proof['@context']
  return isOverText(proof) && named !== undefined && listOf(document['@context']).length > listOf(named).length
}

/** Nobody stands for the key. */
export function withoutController(kind: SecuredDocument['kind']): ReturnType<typeof problem> {
  return kind === 'credential'
    ? problem('issuer-missing', '/issuer', 'Without an issuer no key can be the issuer’s.')
    : problem('issuer-missing', '/holder', 'Without a holder no key can be the holder’s.')
}

/** Proof types that were in use before Data Integrity, or still are; what they cover is not checked here. */
const otherProofTypes = new Set([
  'BbsBlsSignature2020',
  'EcdsaSecp256k1Signature2019',
  'Ed25519Signature2018',
  'JsonWebSignature2020',
  'RsaSignature2018',
])

/** The verdict on a proof that no cryptosuite here can check, or `undefined` when one can. */
function unsupportedKind(proof: JsonObject, pointer: string): ProofVerdict | undefined {
  if (cryptosuiteOf(proof) !== undefined) return undefined
  const { type } = proof
  if (type !== 'DataIntegrityProof') {
    const isKnown = typeof type === 'string' && otherProofTypes.has(type)
    const found = isKnown ? `Proofs of the type ${type} are not supported.` : 'The proof is of no known type.'
    return notChecked(isKnown, `${pointer}/type`, found)
  }
  // Every cryptosuite that has been registered is supported.
  return notChecked(false, `${pointer}/cryptosuite`, 'The proof names no cryptosuite that anybody defined.')
}

function notChecked(isKnown: boolean, pointer: string, reason: string): ProofVerdict {
  const problems = [problem('proof-unsupported', pointer, reason)]
  return { signature: isKnown ? 'unchecked' : 'unrecognised', key: 'unknown', covers: 'statements', problems }
}
