import type { JsonObject, JsonValue, Problem } from '@testamur/documents'
import { contextUrls } from '@testamur/documents/contexts'
import { isObject, listOf } from '@testamur/documents/json'
import { problem } from '../problems.js'
import { completeDocument } from './complete-document.js'
import type { VcJwt, VcJwtForm, VcJwtKind } from './interface.js'
import { typesOf } from './json-members.js'

/** What the payload carries and in which form, or why that cannot be told. */
export type SecuredDocumentResult =
  | ({ readonly ok: true } & Pick<VcJwt, 'form' | 'kind' | 'document' | 'claims'>)
  | { readonly ok: false; readonly problem: Problem }

/** The claims of RFC 7519 §4.1, `nonce` of presentations, and `cnf` (RFC 7800), which say nothing of the document. */
export const registeredClaims: readonly string[] = ['iss', 'sub', 'aud', 'exp', 'nbf', 'iat', 'jti', 'nonce', 'cnf']

/** The claims that carry a document of VCDM 1.1. */
const carriers = { vc: 'credential', vp: 'presentation' } as const satisfies Record<string, VcJwtKind>

/** The version that the first context of a document stands for. */
const formsByContext: ReadonlyMap<JsonValue | undefined, VcJwtForm> = new Map([
  [contextUrls.credentialsV1, 'vcdm-1.1'],
  [contextUrls.credentialsV2, 'vcdm-2.0'],
])

/** Returns the form that the first context of a document asks for; undefined when it is neither version's. */
export function formOf(document: JsonObject): VcJwtForm | undefined {
  return formsByContext.get(listOf(document['@context'])[0])
}

/** Finds the credential or presentation in the payload of a token. */
export function securedDocument(payload: JsonObject): SecuredDocumentResult {
  const claims = pick(payload, (member) => registeredClaims.includes(member))
  const [carrier, another] = (['vc', 'vp'] as const).filter((claim) => payload[claim] !== undefined)
  if (carrier !== undefined && payload['@context'] !== undefined) {
    return version(
      `/${carrier}`,
      `The payload is a credential or presentation itself, so it must have no claim ${carrier}.`,
    )
  }
  if (another !== undefined) return malformed('', 'The token has both claims, vc and vp. Only one can be meant.')
  return carrier === undefined ? wholePayload(payload, claims) : carriedBy(carrier, payload[carrier], claims)
}

/** VC-JOSE-COSE 1.0 §3.1: the payload is the document. */
function wholePayload(payload: JsonObject, claims: JsonObject): SecuredDocumentResult {
  if (formOf(payload) === 'vcdm-1.1') {
    return version(
      '/@context',
      'A document of version 1.1 of the data model stands in the claim vc or vp, and here it does not.',
    )
  }
  const document = pick(payload, (member) => !registeredClaims.includes(member))
  return { ok: true, form: 'vcdm-2.0', kind: kindOf(document), document, claims }
}

/** VCDM 1.1 §6.3.1: the document stands in the claim `vc` or `vp`. */
function carriedBy(
  carrier: keyof typeof carriers,
  carried: JsonValue | undefined,
  claims: JsonObject,
): SecuredDocumentResult {
  const kind = carriers[carrier]
  if (!isObject(carried)) return malformed(`/${carrier}`, `The claim ${carrier} must hold a ${kind}, a JSON object.`)
  if (formOf(carried) === 'vcdm-2.0') {
    const detail = `A document of version 2.0 of the data model is the payload itself, and stands in no claim ${carrier}.`
    return version(`/${carrier}/@context`, detail)
  }
  if (kindOf(carried) !== kind) {
    return malformed(`/${carrier}/type`, `The claim ${carrier} must hold a ${kind}, and its type says otherwise.`)
  }
  return { ok: true, form: 'vcdm-1.1', kind, document: completeDocument(carried, { kind, claims }), claims }
}

/** What a document is by its types: whatever is no presentation is taken for a credential. */
export function kindOf(document: JsonObject): VcJwtKind {
  return typesOf(document).includes('VerifiablePresentation') ? 'presentation' : 'credential'
}

function pick(object: JsonObject, isWanted: (member: string) => boolean): JsonObject {
  return Object.fromEntries(Object.entries(object).filter(([member]) => isWanted(member)))
}

function version(pointer: string, detail: string): SecuredDocumentResult {
  return { ok: false, problem: problem('jwt-version', pointer, `${detail} The issuer must write it anew.`) }
}

function malformed(pointer: string, detail: string): SecuredDocumentResult {
  return { ok: false, problem: problem('jwt-malformed', pointer, detail) }
}
