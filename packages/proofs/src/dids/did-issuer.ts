import type { JsonObject, Problem } from '@testamur/documents'
import { isObject } from '@testamur/documents/json'
import { problem } from '../problems.js'
import { keyOfControlledDocument, sameKeyOfControlledDocument } from './controlled-document.js'
import type { DidResolver, KeyLookup, KeyNames, KeyQuery, VerificationRelationship } from './interface.js'
import { isProblem, tellable } from './tellable.js'

/** What {@link keyOfDidIssuer} works with. */
export interface DidIssuerOptions {
  readonly issuer: string
  readonly resolver: DidResolver
  readonly now: Date
  readonly relationship: VerificationRelationship
  readonly names: KeyNames
}

/** Returns the key that is looked for, when the DID document of the issuer lists it for the relationship. */
export async function keyOfDidIssuer(query: KeyQuery, options: DidIssuerOptions): Promise<KeyLookup> {
  const { issuer, resolver, names } = options
  const resolved = readResolution(await resolve(issuer, resolver))
  if (!resolved.ok) return failure(resolved, options)
  const { document, isDeactivated } = resolved
  if (isDeactivated) {
    const detail = `The DID document of ${names.controller} is deactivated.`
    return { outcome: 'refused', problem: problem('key-revoked', '', detail) }
  }
  if (document.id !== issuer) {
    const detail = `The document that was found is not that of ${names.controller}.`
    return { outcome: 'refused', problem: problem('key-not-issuers', '', detail) }
  }
  const held = { ...options, controller: issuer, mustSayWhatFor: true }
  return 'id' in query
    ? keyOfControlledDocument(document, query.id, held)
    : sameKeyOfControlledDocument(document, query.publicKey, held)
}

/** What a resolver came to. */
type Resolution =
  | { readonly ok: true; readonly document: JsonObject; readonly isDeactivated: boolean }
  | { readonly ok: false; readonly error: string; readonly cause: Problem | undefined }

/** Reads the result of a resolver, which may be anybody's: what has not the shape of a document is none. */
function readResolution(result: unknown): Resolution {
  const { didResolutionMetadata: metadata, didDocument, didDocumentMetadata } = isObject(result) ? result : {}
  if (!isObject(metadata)) return { ok: false, error: 'no result', cause: undefined }
  const { error, problem: cause } = metadata
  if (error === undefined && isObject(didDocument)) {
    const isDeactivated = isObject(didDocumentMetadata) && didDocumentMetadata.deactivated === true
    return { ok: true, document: didDocument, isDeactivated }
  }
  const isCode = typeof error === 'string' && /^[\w:/.#-]{1,60}$/.test(error)
  return { ok: false, error: isCode ? error : 'no document', cause: isProblem(cause) ? cause : undefined }
}

/** The problem that the DID of an issuer has; of a holder's, without the words of the resolver, which may repeat it. */
function failure({ error, cause }: Resolution & { ok: false }, options: DidIssuerOptions): KeyLookup {
  const { names, relationship } = options
  // DID Resolution 0.3 spells errors `invalidDid`, later drafts as URLs that end in `#INVALID_DID`.
  const isInvalid = /invalid_?did/i.test(error)
  const outcome = isInvalid ? 'refused' : 'unobtainable'
  const what = `The DID document of ${names.controller} was not obtained`
  if (cause !== undefined)
    return { outcome, problem: { ...cause, detail: `${what}: ${tellable(cause, relationship)}` } }
  const code = isInvalid ? 'verification-method-invalid' : 'key-unobtainable'
  const detail = relationship === 'authentication' ? `${what}.` : `${what} (${error}).`
  return { outcome, problem: problem(code, '', detail) }
}

/**
 * What a resolver of the caller's throws, for instance for want of a network, is a fact about the DID like any other.
 */
async function resolve(did: string, resolver: DidResolver): Promise<unknown> {
  try {
    return await resolver.resolve(did)
  } catch {
    return { didResolutionMetadata: { error: 'internalError' } }
  }
}
