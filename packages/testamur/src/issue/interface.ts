import type { EngineOptions } from '@testamur/proofs'
import type { Signer } from '@testamur/proofs/keys'

/** How {@link issue} secures a credential. */
export type SecuringFormat = 'data-integrity' | 'vc-jwt'

/** Options of {@link issue}. */
export interface IssueOptions extends EngineOptions {
  /** Whose key signs; from a key store, or any object of that shape. */
  readonly signer: Signer
  /**
   * How the credential is secured. `data-integrity` (default): by a proof in it. `vc-jwt`: as a compact JWS, which is
   * then what `issue` returns; inner credentials still get a proof of their own, so the key must be one that can make
   * them, or they must be signed already.
   */
  readonly format?: SecuringFormat | undefined
  /** Default by the signer's algorithm: `eddsa-rdfc-2022` for EdDSA, `ecdsa-rdfc-2019` for ES256 and ES384. */
  readonly cryptosuite?: string | undefined
  /**
   * What happens to inner credentials that carry no proof. `sign` (default): those of this issuer are signed first,
   * with the same key; one of another issuer is refused. `require-signed`: every one is refused.
   */
  readonly inner?: 'sign' | 'require-signed' | undefined
  /** Refuse a document that `validate()` finds errors in. Default true. */
  readonly validate?: boolean | undefined
  /** Contexts by URL that are not bundled, such as an institution's own extension. */
  readonly documents?: Readonly<Record<string, Uint8Array | object>> | undefined
  /** Sign inline contexts that rename or redefine known terms. Verifiers refuse them by default. Default false. */
  readonly allowInlineContexts?: boolean | undefined
  /** The time the proof says it was made. Default: the time of the call. */
  readonly now?: Date | (() => Date) | undefined
}

/** A credential with the proof that {@link issue} added. */
export type Secured<Credential> = Credential & { readonly proof: object }
