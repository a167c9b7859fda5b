import { parseUrl } from '@testamur/documents/json'

/**
 * True unless a key can never be an issuer's, by the URLs alone: another DID than a DID issuer, another origin than an
 * https issuer. A did:key under an issuer that is not a DID is let through; only verifiers that accept self-asserted
 * keys will count it.
 */
export function keyBelongsTo(verificationMethod: string, issuer: string): boolean {
  const fragment = verificationMethod.indexOf('#')
  const controller = fragment < 0 ? verificationMethod : verificationMethod.slice(0, fragment)
  if (issuer.startsWith('did:')) return controller === issuer
  if (/^did:(key|jwk):/.test(controller)) return true
  const origin = parseUrl(issuer)?.origin
  return origin !== undefined && origin !== 'null' && parseUrl(controller)?.origin === origin
}
