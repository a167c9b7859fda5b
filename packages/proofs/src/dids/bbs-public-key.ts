import { decodeBase58 } from '../keys/base58.js'
import type { BbsPublicKey, VerificationKey } from '../keys/interface.js'
import { isUnknownMultikey, publicKeyFromMultikey } from '../keys/multikey.js'

/**
 * `bls12_381-g2-pub`, 0xeb, as the unsigned varint that stands in front of the key (Controlled Identifiers 1.0 §2.2.2),
 * and a compressed point of group G2: 96 bytes, of which the first bit is set. Together they have 134 or 135 characters.
 */
const bbsMultikey = /^z[1-9A-HJ-NP-Za-km-z]{130,140}$/
const prefix = [0xeb, 0x01] as const
const pointBytes = 96

/**
 * Returns the key that a Multikey is, one of BBS or of an ordinary signature algorithm. Whether its bytes are a point of
 * the curve shows only when a signature is checked.
 */
export function verificationKeyFromMultikey(multikey: string): VerificationKey | undefined {
  return publicKeyFromMultikey(multikey) ?? bbsPublicKeyFromMultikey(multikey)
}

/** True for a well-formed Multikey of another kind than those that {@link verificationKeyFromMultikey} reads. */
export function isUnsupportedMultikey(multikey: string): boolean {
  return isUnknownMultikey(multikey) && !isBbs(decodeBase58(multikey.slice(1)) ?? [])
}

function bbsPublicKeyFromMultikey(multikey: string): BbsPublicKey | undefined {
  const [first, second, ...point] = (bbsMultikey.test(multikey) && decodeBase58(multikey.slice(1))) || []
  const isG2 = isBbs([first, second]) && point.length === pointBytes && (point[0] ?? 0) >= 0x80
  return isG2 ? { algorithm: 'BBS', publicKeyMultibase: multikey } : undefined
}

const isBbs = ([first, second]: Iterable<number | undefined>): boolean => first === prefix[0] && second === prefix[1]
