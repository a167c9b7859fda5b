import type { Problem } from '@testamur/documents'
import { resolveHeaderKey } from '@testamur/proofs/dids'
import { answerProblems, claimProblems, headerKey, type VcJwt, verifyVcJwtSignature } from '@testamur/proofs/vc-jwt'
import { type CheckResult, failed, notApplicable, passed } from '../check-result.js'
import { type GoodProofs, unlessGood } from '../good-proofs.js'
import type { Verification } from '../options.js'
import type { SecuredDocument } from '../secured-document.js'
import { withoutController } from './embedded-proofs.js'
import { broken, type ProofVerdict, withoutAlgorithm, withoutKey } from './proof-verdict.js'

/** Returns the verdict on the token that secures a document. */
export async function judgeToken(
  token: VcJwt,
  { kind, controller }: Pick<SecuredDocument, 'kind' | 'controller'>,
  { resolver, fetchJson, now }: Verification,
  goodProofs: GoodProofs | undefined,
): Promise<readonly ProofVerdict[]> {
  if (controller === undefined) return [broken([withoutController(kind)])]
  const relationship = kind === 'credential' ? 'assertionMethod' : 'authentication'
  const resolved = await resolveHeaderKey(headerKey(token), {
    issuer: controller,
    relationship,
    resolver,
    fetchJson,
    now,
  })
  if (!resolved.ok) return [withoutKey(resolved, '')]
  try {
    const { publicKey } = resolved
    const problems = await unlessGood(goodProofs, '', publicKey, () => verifyVcJwtSignature(token, { publicKey }))
    const signature = problems.length === 0 ? 'good' : 'broken'
    const { confirmation, unobtainable } = resolved
    return [{ signature, key: confirmation, covers: 'text', problems, unobtainable }]
  } catch (error) {
    return [withoutAlgorithm(error, '')]
  }
}

/** The check `claims`: the claims of a token say the same as the credential in it (VCDM 1.1 §6.3.1; OB 3.0 §8.2.3). */
export function checkClaims({ token, kind }: SecuredDocument, { options }: Verification): CheckResult {
  if (token === undefined) return notApplicable('claims')
  const { errors, warnings } = claimProblems(token)
  const asked = kind === 'presentation' ? answerProblems(token, options) : []
  const refused = options.requireClaims ? warnings.filter(isMissing) : []
  const told = warnings.filter((warning) => !refused.includes(warning))
  const found = [...errors, ...asked, ...refused]
  return found.length > 0 ? failed('claims', found, told) : passed('claims', told)
}

const isMissing = ({ code }: Problem): boolean => code === 'claim-missing'
