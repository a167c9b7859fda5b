import type * as BlsMultikey from '@digitalbazaar/bls12-381-multikey'
import { base58btc } from 'multiformats/bases/base58'
import { verificationKeyFromMultikey } from '../dids/bbs-public-key.js'
import { notInstalled } from './not-installed.js'

/** The header `bls12_381-g2-pub` in front of the key. */
const headerBytes = 2

/** Returns the compressed point of 96 bytes that a BLS12-381 G2 Multikey holds, or `undefined` when the text is none. */
export function decodeBlsMultikey(publicKeyMultibase: string): Uint8Array | undefined {
  return isBlsMultikey(publicKeyMultibase) ? base58btc.decode(publicKeyMultibase).subarray(headerBytes) : undefined
}

/** True for a BLS12-381 G2 public key in Multikey form. */
export function isBlsMultikey(publicKeyMultibase: string): boolean {
  return verificationKeyFromMultikey(publicKeyMultibase)?.algorithm === 'BBS'
}

/**
 * Loads the package that knows BBS signatures.
 * @throws {ProofsError} `ERR_CRYPTOSUITE_NOT_INSTALLED`
 */
export async function loadBlsMultikey(): Promise<typeof BlsMultikey> {
  try {
    return await import('@digitalbazaar/bls12-381-multikey')
  } catch (error) {
    // It uses @noble/hashes 1 without naming it as a dependency.
    throw notInstalled('@digitalbazaar/bls12-381-multikey @noble/hashes@1', error)
  }
}
