import type { JsonObject, Problem } from '@testamur/documents'
import type { SignatureAlgorithm } from '../keys/interface.js'

/** Header of a JSON Web Signature (RFC 7515 §4), as far as it is used. Nothing in it is followed to another place. */
export interface JwsHeader extends JsonObject {
  alg: string
  typ?: string | undefined
  /** Names the key; whether it is the issuer's remains to be found out. */
  kid?: string | undefined
  /** The signer's own word about the key, a public JWK. Proves nothing about whose key it is. */
  jwk?: JsonObject | undefined
}

/** A signature of RFC 7515 over a text; that it is good is not known yet. */
export interface Jws {
  readonly header: JwsHeader
  /** What the `alg` of the header stands for. */
  readonly algorithm: SignatureAlgorithm
  /** What is signed: the first two parts with the dot between them (RFC 7515 §5.1, step 5). */
  readonly signingInput: string
  readonly signature: Uint8Array
  /** Members of the header that were not looked at: problems with the code `jwt-header-ignored`. */
  readonly warnings: readonly Problem[]
}

/** A JSON Web Signature in compact serialization (RFC 7515 §3.1), whatever it signs. */
export interface CompactJws extends Jws {
  readonly payload: Uint8Array
}

/** How a token carries its document: in the claim `vc` or `vp` (VCDM 1.1 §6.3.1), or as the payload itself. */
export type VcJwtForm = 'vcdm-1.1' | 'vcdm-2.0'

/** What a token carries. */
export type VcJwtKind = 'credential' | 'presentation'

/** A credential or presentation as JSON Web Token; that its signature is good is not known yet. */
export interface VcJwt extends Jws {
  readonly form: VcJwtForm
  readonly kind: VcJwtKind
  /** All that is signed. */
  readonly payload: JsonObject
  /** The registered claims `iss sub aud exp nbf iat jti nonce cnf`, as far as they are there. */
  readonly claims: JsonObject
  /**
   * The credential or presentation. For VCDM 2.0 the payload without the registered claims. For VCDM 1.1 the claim `vc`
   * or `vp`, completed from the claims where it leaves out what they say.
   */
  readonly document: JsonObject
}

/** The key that the header of a token names or carries. */
export interface HeaderKey {
  /** A URL, or a name within the issuer's keys. */
  readonly kid?: string | undefined
  /** A public JWK. Self-asserted: whoever made the token put it there. */
  readonly jwk?: JsonObject | undefined
}

/** What the claims of a token come to. */
export interface ClaimProblems {
  /** Claims that contradict the credential (`claim-differs`) or are malformed (`claim-malformed`). */
  readonly errors: readonly Problem[]
  /** Claims that are missing (`claim-missing`), and a malformed `iat`, which nothing depends on. */
  readonly warnings: readonly Problem[]
  /** When the token itself says it may be used, beside what the credential says. */
  readonly validity: {
    /** `nbf`: not before this instant. */
    readonly notBefore?: Date | undefined
    /** `exp`: not from this instant on. */
    readonly expires?: Date | undefined
  }
}

/** What every presentation has (VCDM 1.1 §4.10, VCDM 2.0 §4.13). */
export interface Presentation {
  '@context': readonly unknown[] | string
  id?: string | undefined
  type: readonly string[] | string
  holder?: string | { id: string } | undefined
}
