import { defaultJsonLimits, type JsonLimits, type Problem, parseJson } from '@testamur/documents'
import { isObject } from '@testamur/documents/json'
import { decodeBase64url } from '../platform/base64url.js'
import { problem } from '../problems.js'
import type { CompactJws } from './interface.js'
import { checkJwsHeader } from './jws-header.js'

/** The parts of the signed text, or why it is none. */
export type ParseCompactJwsResult =
  | { readonly ok: true; readonly jws: CompactJws }
  | { readonly ok: false; readonly problem: Problem }

/**
 * Returns the parts of a JSON Web Signature in compact serialization (RFC 7515 §3.1, §5.2 steps 1 to 7), whatever it
 * signs: a credential ({@link parseVcJwt} reads those), a badge of Open Badges 2.0, any bytes. White space around the
 * text is skipped. Never throws.
 *
 * Strict, because two readers must never see two tokens: each part is the one base64url text of its bytes, and the
 * header strict JSON. Only signatures that prove who signed are accepted: `EdDSA` (also as `Ed25519`), `ES256`,
 * `ES384`, `RS256`. A header that changes what is signed (`crit`, `b64`) is refused; a certificate or key that it points
 * to (`x5c`, `jku` and the like) is ignored, with a warning.
 *
 * Not checked: the signature ({@link verifyVcJwtSignature} does), whose key it is, `typ`.
 *
 * Problem codes: `jwt-malformed`, `jwt-algorithm`, `jwt-header`, and for the header those of `parseJson`.
 *
 * @example
 * ```ts
 * import { parseCompactJws } from '@testamur/proofs/vc-jwt'
 *
 * const parsed = parseCompactJws('eyJhbGciOiJub25lIn0.e30.')
 * if (!parsed.ok) console.log(parsed.problem.detail) // The token is not signed at all. …
 * ```
 */
export function parseCompactJws(text: string, limits: JsonLimits = {}): ParseCompactJwsResult {
  const { maxBytes = defaultJsonLimits.maxBytes } = limits
  if (text.length > maxBytes) {
    return malformed(`The token has ${text.length} characters; at most ${maxBytes} are read.`)
  }
  const parts = text.trim().split('.', 6)
  const [encodedHeader = '', encodedPayload = '', encodedSignature = ''] = parts
  if (parts.length !== 3) return malformed(describeParts(parts.length))

  const headerBytes = decodeBase64url(encodedHeader)
  if (headerBytes === undefined) return malformed(notBase64url('header'))
  const parsed = parseJson(headerBytes, limits)
  if (!parsed.ok) {
    const { detail, ...rest } = parsed.problem
    return { ok: false, problem: { ...rest, pointer: '', detail: `In the header of the token: ${detail}` } }
  }
  if (!isObject(parsed.value)) return malformed('The header of the token must be a JSON object.')
  const checked = checkJwsHeader(parsed.value)
  if (!checked.ok) return checked

  const payload = encodedPayload === '' ? new Uint8Array() : decodeBase64url(encodedPayload)
  if (payload === undefined) return malformed(notBase64url('payload'))
  if (encodedSignature === '') return malformed('The signature of the token is missing. Ask for the whole token.')
  const signature = decodeBase64url(encodedSignature)
  if (signature === undefined) return malformed(notBase64url('signature'))
  const { header, algorithm, warnings } = checked
  const signingInput = `${encodedHeader}.${encodedPayload}`
  return { ok: true, jws: { header, algorithm, warnings, payload, signingInput, signature } }
}

function describeParts(count: number): string {
  const expected = 'A signed token has three parts with dots between them'
  return count === 5 ? `${expected}; this one is encrypted.` : `${expected}; this text has another form.`
}

const notBase64url = (part: string): string =>
  `The ${part} of the token is no base64url text as RFC 7515 asks. Hand the token over exactly as it was received.`

function malformed(detail: string): ParseCompactJwsResult {
  return { ok: false, problem: problem('jwt-malformed', '', detail) }
}
