import type { Signer } from '@testamur/proofs/keys'

/** Options of {@link issue}. */
export interface IssueOptions {
  /** Whose key signs; from a key store, or any object of that shape. */
  readonly signer: Signer
  /** How the proof is attached. Default, and so far only, `data-integrity`: an embedded proof. */
  readonly format?: 'data-integrity' | undefined
  /** Default by the signer's algorithm: `eddsa-rdfc-2022` for EdDSA. */
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
