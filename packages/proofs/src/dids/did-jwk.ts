import { type JsonObject, parseJson } from '@testamur/documents'
import { isUnknownJwk, publicKeyFromJwk } from '../keys/jwk.js'
import { decodeBase64url } from '../platform/base64url.js'
import { parseDid } from './did.js'
import type { DidResolver } from './interface.js'
import { unresolved } from './unresolved.js'

/** An RSA key of 8192 bits, with a certificate beside it, has less. */
const maxCharacters = 16_384

/**
 * Returns the DID document of a did:jwk (did:jwk method specification, "Read"), or `undefined` when the text is none, or
 * none of a key that can sign: base64url that is padded or not canonical, JSON that is not strict, and whatever
 * {@link publicKeyFromJwk} refuses, private members above all. The one key is called `#0` and listed for everything;
 * not for key agreement when its `use` is `sig`.
 *
 * @example
 * ```ts
 * import { didJwkDocument } from '@testamur/proofs/dids'
 *
 * const jwk = { kty: 'OKP', crv: 'Ed25519', x: '11qYAYKxCrfVS_7TyWQHOg7hcvPapiMlrwIaaPcHURo' }
 * const base64url = btoa(JSON.stringify(jwk)).replaceAll('+', '-').replaceAll('/', '_').replaceAll('=', '')
 * console.log(didJwkDocument(`did:jwk:${base64url}`)?.assertionMethod)
 * ```
 */
export function didJwkDocument(did: string): JsonObject | undefined {
  const publicKeyJwk = did.length <= maxCharacters ? jwkOf(did) : undefined
  if (publicKeyJwk === undefined || publicKeyFromJwk(publicKeyJwk) === undefined) return undefined
  const id = `${did}#0`
  return {
    '@context': ['https://www.w3.org/ns/did/v1', 'https://w3id.org/security/suites/jws-2020/v1'],
    id: did,
    verificationMethod: [{ id, type: 'JsonWebKey2020', controller: did, publicKeyJwk }],
    assertionMethod: [id],
    authentication: [id],
    capabilityInvocation: [id],
    capabilityDelegation: [id],
    ...(publicKeyJwk.use === 'sig' ? {} : { keyAgreement: [id] }),
  }
}

/**
 * Resolves did:jwk, without any network.
 *
 * @example
 * ```ts
 * import { didJwkResolver } from '@testamur/proofs/dids'
 *
 * const { didResolutionMetadata } = await didJwkResolver.resolve('did:jwk:e30')
 * console.log(didResolutionMetadata.error) // invalidDid: {} is no key
 * ```
 */
export const didJwkResolver: DidResolver = {
  async resolve(did) {
    const didDocument = didJwkDocument(did)
    if (didDocument === undefined) {
      // Not quoted: it may spell out a private key.
      const jwk = did.length <= maxCharacters ? jwkOf(did) : undefined
      if (jwk !== undefined && isUnknownJwk(jwk)) {
        const detail = 'This did:jwk is of an unsupported kind. Supported are Ed25519, P-256, P-384 and RSA.'
        return unresolved('invalidDid', 'key-unsupported', detail)
      }
      return unresolved('invalidDid', 'verification-method-invalid', 'This did:jwk is malformed, or no public key.')
    }
    return { didResolutionMetadata: {}, didDocument, didDocumentMetadata: {} }
  },
}

/** The JSON object that a did:jwk spells out. */
function jwkOf(did: string): JsonObject | undefined {
  const parsed = parseDid(did)
  const bytes = parsed?.method === 'jwk' ? decodeBase64url(parsed.methodSpecificId) : undefined
  const result = bytes && parseJson(bytes)
  if (!result?.ok) return undefined
  const { value } = result
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? value : undefined
}
