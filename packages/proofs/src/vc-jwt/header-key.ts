import type { HeaderKey, Jws } from './interface.js'

/**
 * Returns what the header of a token says about its key: `kid`, `jwk`, both or neither. Both are the signer's own word;
 * resolving them, and whether the issuer confirms the key, is for `@testamur/proofs/dids`.
 *
 * @example
 * ```ts
 * import { headerKey, parseVcJwt } from '@testamur/proofs/vc-jwt'
 *
 * const parsed = parseVcJwt('eyJ…')
 * if (parsed.ok) console.log(headerKey(parsed.token).kid) // https://uni.example/.well-known/jwks.json#key-1
 * ```
 */
export function headerKey({ header: { kid, jwk } }: Jws): HeaderKey {
  return { ...(kid !== undefined && { kid }), ...(jwk !== undefined && { jwk }) }
}
