import type { JsonObject } from '@testamur/documents'
import type { SignatureAlgorithm } from '../keys/interface.js'
import { bbs2023 } from './bbs-2023.js'
import { ecdsaJcs2019 } from './ecdsa-jcs-2019.js'
import { ecdsaRdfc2019 } from './ecdsa-rdfc-2019.js'
import { ecdsaSd2023 } from './ecdsa-sd-2023.js'
import { ed25519Signature2020 } from './ed25519-signature-2020.js'
import { eddsa2022 } from './eddsa-2022.js'
import { eddsaJcs2022 } from './eddsa-jcs-2022.js'
import { eddsaRdfc2022 } from './eddsa-rdfc-2022.js'
import type { Cryptosuite } from './interface.js'

/** Identifier of a cryptosuite that Testamur supports. */
export type CryptosuiteId =
  | 'bbs-2023'
  | 'ecdsa-jcs-2019'
  | 'ecdsa-rdfc-2019'
  | 'ecdsa-sd-2023'
  | 'eddsa-2022'
  | 'eddsa-jcs-2022'
  | 'eddsa-rdfc-2022'

/** The supported cryptosuites by id; a suite with heavy dependencies loads them when it is first used. */
export const cryptosuites: Readonly<Record<CryptosuiteId, Cryptosuite>> = {
  'bbs-2023': bbs2023,
  'ecdsa-jcs-2019': ecdsaJcs2019,
  'ecdsa-rdfc-2019': ecdsaRdfc2019,
  'ecdsa-sd-2023': ecdsaSd2023,
  'eddsa-2022': eddsa2022,
  'eddsa-jcs-2022': eddsaJcs2022,
  'eddsa-rdfc-2022': eddsaRdfc2022,
}

/** The suite that signs by default with a key of each algorithm. */
const defaults: { readonly [algorithm in SignatureAlgorithm]?: CryptosuiteId } = {
  EdDSA: 'eddsa-rdfc-2022',
  ES256: 'ecdsa-rdfc-2019',
  ES384: 'ecdsa-rdfc-2019',
}

/**
 * Returns the cryptosuite of an id, or `undefined` when Testamur does not support it.
 *
 * @example
 * ```ts
 * import { findCryptosuite } from '@testamur/proofs/cryptosuites'
 *
 * console.log(findCryptosuite('eddsa-rdfc-2022')?.algorithms) // [ 'EdDSA' ]
 * ```
 */
export function findCryptosuite(id: string): Cryptosuite | undefined {
  return Object.hasOwn(cryptosuites, id) ? cryptosuites[id as CryptosuiteId] : undefined
}

/**
 * Returns what checks a proof, by its `type` and `cryptosuite`, or `undefined` when nothing here does: the cryptosuite
 * of a `DataIntegrityProof`, or what knows the proof type `Ed25519Signature2020`. Nothing else of the proof is looked
 * at.
 *
 * @example
 * ```ts
 * import { cryptosuiteOf } from '@testamur/proofs/cryptosuites'
 *
 * console.log(cryptosuiteOf({ type: 'DataIntegrityProof', cryptosuite: 'ecdsa-rdfc-2019' })?.id) // ecdsa-rdfc-2019
 * console.log(cryptosuiteOf({ type: 'Ed25519Signature2020' })?.id) // Ed25519Signature2020
 * ```
 */
export function cryptosuiteOf({ type, cryptosuite }: JsonObject): Cryptosuite | undefined {
  if (type === ed25519Signature2020.id) return ed25519Signature2020
  if (type !== 'DataIntegrityProof' || typeof cryptosuite !== 'string') return undefined
  return findCryptosuite(cryptosuite)
}

/**
 * Returns the cryptosuite that signs by default with a key of an algorithm, or `undefined` when there is none.
 *
 * @example
 * ```ts
 * import { defaultCryptosuite } from '@testamur/proofs/cryptosuites'
 *
 * console.log(defaultCryptosuite('EdDSA')?.id) // eddsa-rdfc-2022
 * ```
 */
export function defaultCryptosuite(algorithm: SignatureAlgorithm): Cryptosuite | undefined {
  const id = Object.hasOwn(defaults, algorithm) ? defaults[algorithm] : undefined
  return id === undefined ? undefined : cryptosuites[id]
}

/**
 * True for the id of a published cryptosuite: VC Data Integrity EdDSA, ECDSA and BBS Cryptosuites, and `eddsa-2022`, an
 * earlier name. All of them are supported. A proof that names another one was not written by any implementation, or was
 * changed since.
 *
 * @example
 * ```ts
 * import { isRegisteredCryptosuite } from '@testamur/proofs/cryptosuites'
 *
 * console.log(isRegisteredCryptosuite('bbs-2023')) // true
 * ```
 */
export function isRegisteredCryptosuite(id: string): boolean {
  return findCryptosuite(id) !== undefined
}
