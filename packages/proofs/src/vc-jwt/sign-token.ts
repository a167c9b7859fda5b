import type { JsonObject, Problem } from '@testamur/documents'
import { copyJson } from '@testamur/documents/json'
import { parseDateTime } from '../date-time.js'
import { ProofsError, UnsignableDocumentError } from '../errors.js'
import type { Signer } from '../keys/interface.js'
import { rawSignature } from '../keys/raw-signature.js'
import { encodeBase64url } from '../platform/base64url.js'
import { problem } from '../problems.js'
import { dateClaims, identifierClaims } from './claim-counterparts.js'
import type { VcJwtForm, VcJwtKind } from './interface.js'
import { numericDate } from './numeric-date.js'
import { formOf, kindOf, registeredClaims } from './secured-document.js'

/** What a token is made of besides its document. */
export interface SignTokenOptions {
  readonly kind: VcJwtKind
  readonly signer: Signer
  readonly typ: string | undefined
  /** Claims that the document does not say. */
  readonly claims: JsonObject
}

/** Returns the token over a document, with the claims that repeat what the document says. */
export async function signToken(document: object, options: SignTokenOptions): Promise<string> {
  const { kind, signer, claims } = options
  const copy = jsonCopy(document)
  if (kindOf(copy) !== kind) {
    const advice = 'createVcJwt takes credentials, createVpJwt takes presentations'
    throw new ProofsError('ERR_INVALID_OPTION', `The document is no ${kind}, by its type`, { advice })
  }
  const form = formOf(copy)
  if (form === undefined) {
    throw new ProofsError('ERR_INVALID_OPTION', 'The first @context is that of neither version of the data model', {
      advice: 'Begin @context with https://www.w3.org/ns/credentials/v2, or the 1.1 one of old credentials',
    })
  }
  const allClaims = { ...claims, ...repeatedClaims(copy, { kind, form }) }
  const typ = options.typ ?? (kind === 'presentation' && form === 'vcdm-2.0' ? 'vp+jwt' : 'JWT')
  const header = { alg: signer.algorithm, typ, kid: signer.verificationMethod }
  const payload = form === 'vcdm-2.0' ? wholePayload(copy, allClaims) : carried(copy, kind, allClaims)
  return signCompactJws(header, payload, signer)
}

/** RFC 7515 §5.1. */
async function signCompactJws(header: JsonObject, payload: JsonObject, signer: Signer): Promise<string> {
  const encoder = new TextEncoder()
  const encode = (value: JsonObject): string => encodeBase64url(encoder.encode(JSON.stringify(value)))
  const signingInput = `${encode(header)}.${encode(payload)}`
  const signature = await rawSignature(encoder.encode(signingInput), {
    signer,
    tooLongAdvice:
      'A token is signed as a whole: use an ES256 key whose back end takes a hash (AWS KMS takes 4096 bytes of a ' +
      'message), or a Data Integrity proof, which signs 64 bytes',
  })
  return `${signingInput}.${encodeBase64url(signature)}`
}

const carried = (document: JsonObject, kind: VcJwtKind, claims: JsonObject): JsonObject => ({
  [kind === 'credential' ? 'vc' : 'vp']: document,
  ...claims,
})

/** VC-JOSE-COSE 1.0 §3.1. What is named like a claim would not be read as part of the document. */
function wholePayload(document: JsonObject, claims: JsonObject): JsonObject {
  const taken = [...registeredClaims, 'vc', 'vp'].filter((member) => document[member] !== undefined)
  if (taken.length === 0) return { ...document, ...claims }
  const detail = 'The name is that of a claim of the token. Rename the member.'
  throw new UnsignableDocumentError(taken.map((member) => problem('claim-differs', `/${member}`, detail)))
}

function repeatedClaims(document: JsonObject, of: { readonly kind: VcJwtKind; readonly form: VcJwtForm }): JsonObject {
  const claims: JsonObject = {}
  for (const { claim, ids } of identifierClaims[of.kind]) {
    const [id, ...others] = ids(document)
    if (typeof id === 'string' && others.length === 0) claims[claim] = id
  }
  const problems: Problem[] = []
  for (const { claim, member } of dateClaims(of)) {
    if (document[member] === undefined) continue
    const instant = parseDateTime(document[member])
    if (instant !== undefined) claims[claim] = numericDate(instant)
    else
      problems.push(
        problem('claim-malformed', `/${member}`, 'A date and time was expected, such as 2026-06-01T12:00:00Z.'),
      )
  }
  if (problems.length > 0) throw new UnsignableDocumentError(problems)
  return claims
}

/** The document as JSON text would carry it, without members that are `undefined`. */
function jsonCopy(document: object): JsonObject {
  const copied = copyJson(document)
  if (!copied.ok) throw new UnsignableDocumentError([copied.problem])
  return copied.value as JsonObject
}
