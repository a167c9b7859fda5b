import { hmac } from '@noble/hashes/hmac.js'
import { sha256 } from '@noble/hashes/sha2.js'
import { base64url } from 'multiformats/bases/base64'

/**
 * Returns for each node a label that tells nothing of the others: the HMAC of its canonical label under a key that
 * derived proofs leave out (createHmacIdLabelMapFunction of VC DI ECDSA Cryptosuites 1.0).
 */
export function hmacLabels(canonical: ReadonlyMap<string, string>, hmacKey: Uint8Array): Map<string, string> {
  const encoder = new TextEncoder()
  // The multibase letter makes the label one of N-Quads.
  return new Map(
    [...canonical].map(([node, label]) => [node, base64url.encode(hmac(sha256, hmacKey, encoder.encode(label)))]),
  )
}
