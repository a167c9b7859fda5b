import type { JsonObject, Problem } from '@testamur/documents'
import { isObject, listOf } from '@testamur/documents/json'
import { parseVcJwt, type VcJwt } from '@testamur/proofs/vc-jwt'
import { idOf, issuerIdOf, typesOf } from '../nesting/credential-parts.js'
import { problem } from '../problems.js'
import type { Verification } from './options.js'

/** What stands for a document's signer, and what it signs for. */
export interface SecuredDocument {
  readonly kind: 'credential' | 'presentation'
  /** The credential or presentation, without the claims of a token around it. */
  readonly document: JsonObject
  /** The token that secures it, if one does. */
  readonly token: VcJwt | undefined
  readonly mediaType: string
  /** Who must control the key: the issuer of a credential, the holder of a presentation. */
  readonly controller: string | undefined
}

/** Why a document could not be looked into at all. */
export interface Unreadable {
  readonly problem: Problem
  /** `failed`: it is not a credential. `undetermined`: it may be one, in a form that is not supported. */
  readonly outcome: 'failed' | 'undetermined'
  readonly mediaType: string
  /** True for JSON that carries no proof: whatever it is, nobody vouches for it. */
  readonly isUnsigned?: boolean | undefined
}

export type ReadResult = ({ readonly ok: true } & SecuredDocument) | ({ readonly ok: false } & Unreadable)

/** Media types by what is secured and how (VCDM 2.0 §6.1, VC-JOSE-COSE 1.0 §6.1). */
const mediaTypes = {
  credential: { embedded: 'application/vc', token: 'application/vc+jwt' },
  presentation: { embedded: 'application/vp', token: 'application/vp+jwt' },
} as const

const envelopes: ReadonlySet<string> = new Set(['EnvelopedVerifiableCredential', 'EnvelopedVerifiablePresentation'])

/** Reads a credential or presentation, whether JSON, a compact JWS, or either in the envelope of VCDM 2.0 §4.13. */
export function readSecuredDocument(content: unknown, { limits }: Pick<Verification, 'limits'>): ReadResult {
  if (typeof content === 'string') return readToken(content, limits)
  if (!isObject(content)) return notACredential('', mediaTypes.credential.embedded)
  if (typesOf(content).some((type) => envelopes.has(type))) return readEnvelope(content, limits)
  return readJson(content, undefined)
}

function readJson(document: JsonObject, token: VcJwt | undefined): ReadResult {
  const types = typesOf(document)
  const kind = types.includes('VerifiablePresentation') ? 'presentation' : 'credential'
  const mediaType = mediaTypes[kind][token === undefined ? 'embedded' : 'token']
  if (kind === 'presentation' && types.includes('VerifiableCredential')) {
    // A key for logging in signs presentations; it must not sign what is read as a credential.
    const found = problem('not-a-credential', '/type', 'It cannot be a credential and a presentation at once.')
    return { ok: false, problem: found, outcome: 'failed', mediaType }
  }
  if (kind === 'presentation' || types.includes('VerifiableCredential')) {
    const controller = kind === 'presentation' ? holderOf(document, token) : issuerIdOf(document)
    return { ok: true, kind, document, token, mediaType, controller }
  }
  if (isOpenBadge2(document)) return openBadge2(mediaType)
  const found = notACredential(document['type'] === undefined ? '' : '/type', mediaType)
  return { ...found, isUnsigned: token === undefined && listOf(document['proof']).length === 0 }
}

function readToken(text: string, limits: Verification['limits']): ReadResult {
  const mediaType = mediaTypes.credential.token
  if (/^[\w-]+\.[\w-]+\.[\w-]+~/.test(text)) {
    const detail = 'SD-JWT credentials are not supported. Ask for the credential as JSON or as VC-JWT.'
    return unsupported(detail, 'application/vc+sd-jwt')
  }
  if (!/^[\w-]+\.[\w-]*\.[\w-]*$/.test(text)) return notACredential('', mediaTypes.credential.embedded)
  const parsed = parseVcJwt(text, limits)
  if (!parsed.ok) return { ok: false, problem: parsed.problem, outcome: 'failed', mediaType }
  return readJson(parsed.token.document, parsed.token)
}

/** A `data:` URL that holds a credential, or a presentation, in another form (VCDM 2.0 §4.13). */
function readEnvelope(envelope: JsonObject, limits: Verification['limits']): ReadResult {
  const kind = typesOf(envelope).includes('EnvelopedVerifiablePresentation') ? 'presentation' : 'credential'
  const expected = mediaTypes[kind].token
  const url = idOf(envelope) ?? ''
  const comma = url.startsWith('data:') ? url.indexOf(',') : -1
  const mediaType = url.slice('data:'.length, comma).split(';', 1)[0] ?? ''
  if (/^[\w.+-]{1,60}\/[\w.+-]{1,60}$/.test(mediaType) && !/^application\/v[cp]\+jwt$/.test(mediaType)) {
    return unsupported(`Credentials as ${mediaType} are not supported.`, mediaType)
  }
  const read = comma >= 0 && mediaType === expected ? readToken(url.slice(comma + 1), limits) : undefined
  if (read !== undefined && (!read.ok || read.kind === kind)) return read
  const found = problem('envelope-malformed', '/id', `A data: URL of the media type ${expected} was expected.`)
  return { ok: false, problem: found, outcome: 'failed', mediaType: expected }
}

/** The holder that the presentation names, or whom its key speaks for when it names none (VCDM 2.0 §4.13). */
function holderOf(presentation: JsonObject, token: VcJwt | undefined): string | undefined {
  const named = idOf(presentation['holder'])
  if (named !== undefined) return named
  if (token !== undefined) {
    const { iss } = token.claims
    return typeof iss === 'string' ? iss : undefined
  }
  const [proof] = listOf(presentation['proof'])
  const method = isObject(proof) ? proof['verificationMethod'] : undefined
  return typeof method === 'string' && method.startsWith('did:') ? method.split('#')[0] : undefined
}

const openBadges2Types = new Set([
  'Assertion',
  'BadgeClass',
  'Issuer',
  'RevocationList',
  'Endorsement',
  'CryptographicKey',
])

/** Open Badges before version 3 are no verifiable credentials; their context is often written out in the document. */
function isOpenBadge2(document: JsonObject): boolean {
  const isOfItsVocabulary = JSON.stringify(document['@context'] ?? null).includes('https://w3id.org/openbadges')
  return (
    isOfItsVocabulary &&
    (document['type'] === undefined || typesOf(document).some((type) => openBadges2Types.has(type)))
  )
}

function openBadge2(mediaType: string): ReadResult {
  const detail =
    'It is an Open Badge of version 2 or earlier, which is not a verifiable credential. Ask its issuer for version 3.'
  return { ok: false, problem: problem('open-badges-2', '', detail), outcome: 'undetermined', mediaType }
}

function notACredential(pointer: string, mediaType: string): ReadResult & { readonly ok: false } {
  const detail =
    pointer === '/type'
      ? 'The type VerifiableCredential was expected among the types.'
      : 'A JSON object with the type VerifiableCredential was expected.'
  return { ok: false, problem: problem('not-a-credential', pointer, detail), outcome: 'failed', mediaType }
}

function unsupported(detail: string, mediaType: string): ReadResult {
  return {
    ok: false,
    problem: problem('securing-mechanism-unsupported', '', detail),
    outcome: 'undetermined',
    mediaType,
  }
}
