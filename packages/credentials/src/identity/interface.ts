import type { IdentifierTypeEnum } from '../model/index.js'

/** Makes random bytes. Must be unpredictable: hashed identities are as hard to guess as their salts. */
export type RandomSource = (byteLength: number) => Uint8Array

/** What `identityObject` takes. */
export interface IdentityInput {
  /**
   * The identifier itself, for instance an e-mail address. It is hashed as it stands, small and capital letters as
   * given.
   */
  readonly identity: string
  readonly identityType: IdentifierTypeEnum
  /** Whether to hash the identifier. Default `true`: in clear, everyone who sees the credential can read it. */
  readonly hashed?: boolean | undefined
  /** Text to append before hashing. Default 16 random bytes as hexadecimal digits. */
  readonly salt?: string | undefined
}

/** Options of `identityObject`. */
export interface IdentityOptions {
  /** Where salts come from. Default: the platform's generator for cryptography. */
  readonly random?: RandomSource | undefined
}
