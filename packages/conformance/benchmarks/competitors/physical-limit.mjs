// What no implementation can do without: for each signature the SHA-256 of the canonical proof options and of the
// canonical document, and Ed25519 by OpenSSL with a key object that is there. The canonical bytes are given.

import * as nodeCrypto from 'node:crypto'
import { createHash, sign, verify } from 'node:crypto'
import { contextSource } from '@testamur/documents/contexts'
import { transformRdfc } from '@testamur/proofs/cryptosuites'
import { decodeBase58Multibase } from '@testamur/proofs/keys'

const digest = nodeCrypto.hash
  ? (bytes) => nodeCrypto.hash('sha256', bytes, 'buffer')
  : (bytes) => createHash('sha256').update(bytes).digest()

const hashesOf = ({ proofOptions, document }) => Buffer.concat([digest(proofOptions), digest(document)])

/** Returns what does nothing but the cryptography of the given credentials, all of them together. */
export async function physicalLimit(credentials, { privateKey, publicKey }) {
  const contexts = contextSource()
  const all = []
  for (const { proof, ...unsecured } of credentials) {
    const transformed = await transformRdfc(unsecured, proof, { contexts })
    all.push({
      proofOptions: Buffer.from(transformed.canonicalProofConfig),
      document: Buffer.from(transformed.canonicalDocument),
      signature: decodeBase58Multibase(proof.proofValue),
    })
  }
  return {
    issue() {
      for (const each of all) sign(null, hashesOf(each), privateKey)
    },
    verify() {
      for (const each of all) {
        if (!verify(null, hashesOf(each), publicKey, each.signature)) throw new Error('the limit does not verify')
      }
    },
  }
}
