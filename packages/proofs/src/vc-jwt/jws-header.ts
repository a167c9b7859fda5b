import type { JsonObject, JsonValue, Problem } from '@testamur/documents'
import { isObject } from '@testamur/documents/json'
import type { SignatureAlgorithm } from '../keys/interface.js'
import { problem } from '../problems.js'
import type { JwsHeader } from './interface.js'

/** The header, or why it is not acceptable. */
export type JwsHeaderResult =
  | {
      readonly ok: true
      readonly header: JwsHeader
      readonly algorithm: SignatureAlgorithm
      readonly warnings: readonly Problem[]
    }
  | { readonly ok: false; readonly problem: Problem }

/** What each `alg` stands for. RFC 9864 §2.2 registers `Ed25519` for what RFC 8037 calls `EdDSA` on that curve. */
const algorithms: ReadonlyMap<unknown, SignatureAlgorithm> = new Map([
  ['EdDSA', 'EdDSA'],
  ['Ed25519', 'EdDSA'],
  ['ES256', 'ES256'],
  ['ES384', 'ES384'],
  ['RS256', 'RS256'],
])

/**
 * Members that change what is signed or how it is read. `crit` names extensions that must be understood (RFC 7515
 * §4.1.11), and none is; `b64` changes the signing input (RFC 7797 §3); `enc` and `zip` are those of encrypted tokens.
 */
const meaningChanging = ['crit', 'b64', 'enc', 'zip'] as const

/** `cty` as VC-JOSE-COSE 1.0 §3.1 writes it, and as it repeats the media types. */
const contentType = /^(?:application\/)?v[cp](?:\+ld\+json)?$/i

/** Private members of RSA, EC and OKP keys (RFC 7518 §6.2.2 and §6.3.2, RFC 8037 §2), and those of secret ones (§6.4). */
const secretMembers = ['d', 'p', 'q', 'dp', 'dq', 'qi', 'oth', 'k', 'priv'] as const

/** Checks the header of a JSON Web Signature (RFC 7515 §4 and §5.2, steps 3 to 5). */
export function checkJwsHeader(header: JsonObject): JwsHeaderResult {
  const algorithm = algorithms.get(header.alg)
  if (algorithm === undefined) return { ok: false, problem: algorithmProblem(header.alg) }
  const changing = meaningChanging.find((member) => header[member] !== undefined)
  if (changing !== undefined) {
    return refusal(`The header has the member ${changing}, which changes what the signature means; it must have none.`)
  }
  const wrongType = (['typ', 'kid'] as const).find(
    (member) => header[member] !== undefined && typeof header[member] !== 'string',
  )
  if (wrongType !== undefined) return refusal(`The member ${wrongType} of the header must be a text.`)
  const jwk = jwkFault(header.jwk)
  if (jwk !== undefined) return refusal(jwk)
  return { ok: true, header: header as JwsHeader, algorithm, warnings: ignoredMembers(header) }
}

/** Why the key in the header may not be there; undefined when there is none or it looks public. */
function jwkFault(jwk: JsonValue | undefined): string | undefined {
  if (jwk === undefined) return undefined
  if (!isObject(jwk)) return 'The member jwk of the header must be an object, a public key.'
  const isSecret = jwk.kty === 'oct' || secretMembers.some((member) => jwk[member] !== undefined)
  // A key whose private half is in everybody's hands vouches for nothing.
  return isSecret
    ? 'The header shows a private key, so anybody could have signed. The issuer must replace it.'
    : undefined
}

function algorithmProblem(alg: JsonValue | undefined): Problem {
  const expected = `Expected: ${[...algorithms.keys()].join(', ')}.`
  if (typeof alg !== 'string') return problem('jwt-algorithm', '', `The header names no algorithm. ${expected}`)
  if (/^none$/i.test(alg)) return problem('jwt-algorithm', '', `The token is not signed at all. ${expected}`)
  if (/^HS\d/i.test(alg)) {
    const detail = 'The token is not signed but sealed with a shared secret, so whoever checks it could have made it.'
    return problem('jwt-algorithm', '', `${detail} ${expected}`)
  }
  return problem('jwt-algorithm', '', `The algorithm that the header names is not supported. ${expected}`)
}

/** OB 3.0 §8.2.1 knows alg, typ, kid and jwk; issuers write more, which is reported and never followed. */
function ignoredMembers(header: JsonObject): Problem[] {
  const { alg: _alg, typ: _typ, kid: _kid, jwk: _jwk, cty, ...others } = header
  const isKnownContent = cty === undefined || (typeof cty === 'string' && contentType.test(cty))
  const ignored = isKnownContent ? Object.keys(others) : ['cty', ...Object.keys(others)]
  if (ignored.length === 0) return []
  // Names that are no plain names are counted, not repeated.
  const isPlain = ignored.length <= 8 && ignored.every((member) => /^[\w#+.-]{1,32}$/.test(member))
  const detail = `Ignored members of the header: ${isPlain ? ignored.join(', ') : ignored.length}. Only alg, typ, kid and jwk count.`
  return [problem('jwt-header-ignored', '', detail)]
}

function refusal(detail: string): JwsHeaderResult {
  return { ok: false, problem: problem('jwt-header', '', detail) }
}
