import type { HashAlgorithm } from '../canonicalize/interface.js'
import type { SignatureAlgorithm } from '../keys/interface.js'

/** What goes into a signature, and what comes out. */
export interface SignatureForm {
  /** Hashes document and proof configuration, and works inside RDFC-1.0. */
  readonly hash: HashAlgorithm
  /** Length of a raw signature. */
  readonly signatureBytes: number
}

/** Algorithms that a proof with a single signature can have. */
export type SuiteAlgorithm = Exclude<SignatureAlgorithm, 'RS256'>

/**
 * By algorithm, since for the ECDSA suites the key decides (VC Data Integrity ECDSA Cryptosuites 1.0 §3.2.4 and §3.3.4:
 * P-384 goes with SHA-384).
 */
export const signatureForms: Readonly<Record<SuiteAlgorithm, SignatureForm>> = {
  EdDSA: { hash: 'SHA-256', signatureBytes: 64 },
  ES256: { hash: 'SHA-256', signatureBytes: 64 },
  ES384: { hash: 'SHA-384', signatureBytes: 96 },
}
