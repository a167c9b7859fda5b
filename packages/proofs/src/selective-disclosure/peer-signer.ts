import { ProofsError } from '../errors.js'
import type { Signer } from '../keys/interface.js'
import { decodeBlsMultikey } from './bls-multikey.js'
import type { BbsSigner } from './interface.js'
import type { PeerSigner, SelectiveDisclosureCryptosuite } from './suite.js'
import { suites } from './suites.js'

const ecdsaSignatureBytes = 64
const bbsSignatureBytes = 80

/** Returns the cryptosuite that a signer makes proofs of. */
export function suiteOf({ algorithm }: Signer | BbsSigner): SelectiveDisclosureCryptosuite {
  if (algorithm === 'ES256') return suites['ecdsa-sd-2023']
  if (algorithm === 'BBS') return suites['bbs-2023']
  throw new ProofsError('ERR_ALGORITHM_MISMATCH', `No key for ${algorithm} makes proofs for selective disclosure`, {
    advice: 'Sign with a P-256 key (ES256) for ecdsa-sd-2023, or with a BLS12-381 key for bbs-2023',
  })
}

/** Returns the signer as the packages of the cryptosuites call it. */
export function peerSigner(signer: Signer | BbsSigner): PeerSigner {
  return signer.algorithm === 'BBS' ? bbsPeerSigner(signer) : ecdsaPeerSigner(signer)
}

function ecdsaPeerSigner(signer: Signer): PeerSigner {
  const { verificationMethod, maxMessageBytes = Number.POSITIVE_INFINITY } = signer
  return {
    async sign({ data }) {
      if (data.length > maxMessageBytes) {
        throw new ProofsError('ERR_MESSAGE_TOO_LONG', `${verificationMethod} signs at most ${maxMessageBytes} bytes`, {
          advice: `A base proof needs ${data.length}; sign with another key`,
        })
      }
      return rawSignature(await signer.sign(data), ecdsaSignatureBytes, verificationMethod)
    },
  }
}

function bbsPeerSigner({ publicKeyMultibase, verificationMethod, signMessages }: BbsSigner): PeerSigner {
  const publicKey = decodeBlsMultikey(publicKeyMultibase)
  if (publicKey === undefined) {
    throw new ProofsError('ERR_INVALID_KEY', `The public key of ${verificationMethod} is no BLS12-381 G2 Multikey`, {
      advice: 'Give the signer its publicKeyMultibase: a text that starts with zUC7',
    })
  }
  return {
    publicKey,
    async multisign({ header, messages }) {
      return rawSignature(await signMessages(header, messages), bbsSignatureBytes, verificationMethod)
    },
  }
}

function rawSignature(signature: Uint8Array, length: number, verificationMethod: string): Uint8Array {
  if (signature instanceof Uint8Array && signature.length === length) return signature
  throw new ProofsError(
    'ERR_SIGNATURE_MALFORMED',
    `The signer of ${verificationMethod} did not return a raw signature`,
    { advice: `It must return ${length} bytes, not DER or text` },
  )
}
