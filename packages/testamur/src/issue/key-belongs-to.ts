/**
 * True unless a key can never be an issuer's, by the URLs alone: another DID than a DID issuer, another origin than an
 * https issuer. A did:key under an issuer that is not a DID is let through; only verifiers that accept self-asserted
 * keys will count it.
 */
export function keyBelongsTo(verificationMethod: string, issuer: string): boolean {
  const controller = verificationMethod.split('#')[0] ?? ''
  if (issuer.startsWith('did:')) return controller === issuer
  if (/^did:(key|jwk):/.test(controller)) return true
  if (!URL.canParse(issuer) || !URL.canParse(controller)) return false
  const { origin } = new URL(issuer)
  return origin !== 'null' && new URL(controller).origin === origin
}
