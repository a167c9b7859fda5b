import type { JsonObject } from '@testamur/documents'
import { problem } from '../problems.js'
import { keyOfControlledDocument, sameKeyOfControlledDocument } from './controlled-document.js'
import type { DidResolutionResult, DidResolver, KeyLookup, KeyQuery, VerificationRelationship } from './interface.js'

/** What {@link keyOfDidIssuer} works with. */
export interface DidIssuerOptions {
  readonly issuer: string
  readonly resolver: DidResolver
  readonly now: Date
  readonly relationship: VerificationRelationship
}

/** Returns the key that is looked for, when the DID document of the issuer lists it for the relationship. */
export async function keyOfDidIssuer(query: KeyQuery, options: DidIssuerOptions): Promise<KeyLookup> {
  const { issuer, resolver } = options
  const result = await resolve(issuer, resolver)
  const { error, problem: cause } = result.didResolutionMetadata
  if (error !== undefined || result.didDocument === null) {
    // DID Resolution 0.3 spells errors `invalidDid`, later drafts as URLs that end in `#INVALID_DID`.
    const isInvalid = /invalid_?did/i.test(error ?? '')
    const code = isInvalid ? 'verification-method-invalid' : 'key-unobtainable'
    const found = cause ?? problem(code, '', `${issuer} could not be resolved (${error ?? 'no document'}).`)
    return { outcome: isInvalid ? 'refused' : 'unobtainable', problem: found }
  }
  const document = result.didDocument as JsonObject
  if (result.didDocumentMetadata?.deactivated === true) {
    return { outcome: 'refused', problem: problem('key-revoked', '', `${issuer} is deactivated.`) }
  }
  if (document.id !== issuer) {
    return { outcome: 'refused', problem: problem('key-not-issuers', '', `The document is not that of ${issuer}.`) }
  }
  const held = { ...options, controller: issuer, mustSayWhatFor: true }
  return 'id' in query
    ? keyOfControlledDocument(document, query.id, held)
    : sameKeyOfControlledDocument(document, query.publicKey, held)
}

/**
 * What a resolver of the caller's throws, for instance for want of a network, is a fact about the DID like any other.
 */
async function resolve(did: string, resolver: DidResolver): Promise<DidResolutionResult> {
  try {
    return await resolver.resolve(did)
  } catch {
    return { didResolutionMetadata: { error: 'internalError' }, didDocument: null, didDocumentMetadata: {} }
  }
}
