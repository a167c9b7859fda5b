import type { SignatureAlgorithm } from '../keys/interface.js'
import { eddsaRdfc2022 } from './eddsa-rdfc-2022.js'
import type { Cryptosuite } from './interface.js'

/** Identifier of a cryptosuite that Testamur supports. */
export type CryptosuiteId = 'eddsa-rdfc-2022'

/** The supported cryptosuites by id; a suite with heavy dependencies loads them when it is first used. */
export const cryptosuites: Readonly<Record<CryptosuiteId, Cryptosuite>> = {
  'eddsa-rdfc-2022': eddsaRdfc2022,
}

/** The suite that signs by default with a key of each algorithm. */
const defaults: { readonly [algorithm in SignatureAlgorithm]?: CryptosuiteId } = {
  EdDSA: 'eddsa-rdfc-2022',
}

/** Identifiers with a published specification: EdDSA, ECDSA and BBS Cryptosuites, and `eddsa-2022`, an earlier name. */
const registered: ReadonlySet<string> = new Set([
  'bbs-2023',
  'ecdsa-jcs-2019',
  'ecdsa-rdfc-2019',
  'ecdsa-sd-2023',
  'eddsa-2022',
  'eddsa-jcs-2022',
  'eddsa-rdfc-2022',
])

/**
 * Returns the cryptosuite of an id, or `undefined` when Testamur does not support it.
 *
 * @example
 * ```ts
 * import { findCryptosuite } from '@testamur/proofs/cryptosuites'
 *
 * console.log(findCryptosuite('eddsa-rdfc-2022')?.algorithm) // EdDSA
 * ```
 */
export function findCryptosuite(id: string): Cryptosuite | undefined {
  return Object.hasOwn(cryptosuites, id) ? cryptosuites[id as CryptosuiteId] : undefined
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
 * True for the id of a published cryptosuite, supported here or not. A proof that names another one was not written by
 * any implementation, or was changed since.
 *
 * @example
 * ```ts
 * import { isRegisteredCryptosuite } from '@testamur/proofs/cryptosuites'
 *
 * console.log(isRegisteredCryptosuite('bbs-2023')) // true
 * ```
 */
export function isRegisteredCryptosuite(id: string): boolean {
  return registered.has(id)
}
