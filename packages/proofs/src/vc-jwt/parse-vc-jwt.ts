import { type JsonLimits, type Problem, parseJson } from '@testamur/documents'
import { isObject } from '@testamur/documents/json'
import { problem } from '../problems.js'
import { parseCompactJws } from './compact-jws.js'
import type { VcJwt, VcJwtKind } from './interface.js'
import { securedDocument } from './secured-document.js'

/** The token, or why the text is none. */
export type ParseVcJwtResult =
  | { readonly ok: true; readonly token: VcJwt }
  | { readonly ok: false; readonly problem: Problem }

/** `typ` as the specifications and issuers write it, in any case, and what it says about the payload. */
const typs: ReadonlyMap<string, VcJwtKind | 'any'> = new Map([
  ['jwt', 'any'],
  ['vc+jwt', 'credential'],
  ['vc+ld+jwt', 'credential'],
  ['vc+ld+json+jwt', 'credential'],
  ['vp+jwt', 'presentation'],
  ['vp+ld+jwt', 'presentation'],
  ['vp+ld+json+jwt', 'presentation'],
])

/**
 * Returns what a credential or presentation secured as JSON Web Token says (VCDM 1.1 §6.3.1, VC-JOSE-COSE 1.0 §3.1,
 * OB 3.0 §8.2), or the problem that keeps it from being one. Never throws. White space around the text is skipped.
 *
 * Both forms are read: a credential in the claim `vc` (a presentation in `vp`) for version 1.1 of the data model, and
 * the payload itself for version 2.0. A form that is not that of the first context is refused.
 *
 * As strict as {@link parseCompactJws}; duplicate members, depth and size of the payload are checked as `parseJson`
 * does. Nothing says that the signature is good ({@link verifyVcJwtSignature}), that the claims agree with the
 * document ({@link claimProblems}), or that the document is a proper credential.
 *
 * Problem codes: `jwt-malformed`, `jwt-algorithm`, `jwt-header`, `jwt-version`, and those of `parseJson`. Pointers are
 * into the payload; `''` is the token.
 *
 * @example
 * ```ts
 * import { parseVcJwt } from '@testamur/proofs/vc-jwt'
 *
 * const parsed = parseVcJwt('eyJ…') // the text of a .jwt file, or of a member endorsementJwt
 * console.log(parsed.ok ? parsed.token.document : parsed.problem.detail)
 * ```
 */
export function parseVcJwt(text: string, limits: JsonLimits = {}): ParseVcJwtResult {
  const parsed = parseCompactJws(text, limits)
  if (!parsed.ok) return parsed
  const { payload: bytes, ...jws } = parsed.jws
  const payload = parseJson(bytes, limits)
  if (!payload.ok) return payload
  if (!isObject(payload.value)) {
    return { ok: false, problem: problem('jwt-malformed', '', 'The payload of the token must be a JSON object.') }
  }
  const secured = securedDocument(payload.value)
  if (!secured.ok) return secured
  const { ok: _, ...found } = secured
  const fault = typFault(jws.header.typ, found.kind)
  if (fault !== undefined) return { ok: false, problem: problem('jwt-header', '', fault) }
  return { ok: true, token: { ...jws, ...found, payload: payload.value } }
}

/** Why the `typ` of the header does not fit; undefined when it does. One kind of token must not pass for another. */
function typFault(typ: string | undefined, kind: VcJwtKind): string | undefined {
  if (typ === undefined) return undefined
  // RFC 7515 §4.1.9: the prefix may be left out, and media types have no case.
  const said = typs.get(typ.toLowerCase().replace(/^application\//, ''))
  if (said === undefined)
    return 'The typ of the header is that of another kind of token. JWT, vc+jwt or vp+jwt was expected.'
  return said === 'any' || said === kind
    ? undefined
    : `The typ of the header announces a ${said}, but the token holds a ${kind}.`
}
