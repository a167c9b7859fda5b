import { ProofsError } from '../errors.js'
import { decodeBase58Multibase } from '../keys/multikey.js'
import { loadBlsMultikey } from './bls-multikey.js'
import type { BbsKey, BbsSigner } from './interface.js'

/** Multicodec bls12_381-g2-priv, 0x130a, as unsigned varint, and 32 bytes. */
const isSecretMultikey = (text: string): boolean => {
  const bytes = decodeBase58Multibase(text)
  return bytes?.length === 34 && bytes[0] === 0x8a && bytes[1] === 0x26
}

/**
 * Makes a BLS12-381 key pair for bbs-2023. `secretKeyMultibase` is secret: keep it out of logs and messages.
 *
 * @throws {ProofsError} `ERR_CRYPTOSUITE_NOT_INSTALLED`
 * @example
 * ```ts
 * import { generateBbsKey } from '@testamur/proofs/selective-disclosure'
 *
 * const { publicKeyMultibase } = await generateBbsKey()
 * console.log(publicKeyMultibase) // zUC7…
 * ```
 */
export async function generateBbsKey(): Promise<BbsKey> {
  const { ALGORITHMS, generateBbsKeyPair } = await loadBlsMultikey()
  const keyPair = await generateBbsKeyPair({ algorithm: ALGORITHMS.BBS_BLS12381_SHA256 })
  return { publicKeyMultibase: keyPair.publicKeyMultibase, secretKeyMultibase: keyPair.secretKeyMultibase }
}

/**
 * Returns a signer over a BLS12-381 key that the caller keeps; its public key is computed from the secret one. Without
 * `verificationMethod` it signs as the did:key made from the key itself.
 *
 * @throws {ProofsError} `ERR_CRYPTOSUITE_NOT_INSTALLED`; `ERR_INVALID_KEY`, whose message does not show the key.
 * @example
 * ```ts
 * import { bbsSigner, generateBbsKey } from '@testamur/proofs/selective-disclosure'
 *
 * const key = await generateBbsKey()
 * const signer = await bbsSigner(key, { verificationMethod: 'did:web:registrar.example#bbs-1' })
 * console.log(signer.publicKeyMultibase === key.publicKeyMultibase) // true
 * ```
 */
export async function bbsSigner(
  key: Pick<BbsKey, 'secretKeyMultibase'>,
  options: { readonly verificationMethod?: string | undefined } = {},
): Promise<BbsSigner> {
  const { from } = await loadBlsMultikey()
  const { secretKeyMultibase } = key
  // Errors of the package are not passed on: they may show what they were given.
  const keyPair = isSecretMultikey(secretKeyMultibase)
    ? await from({ secretKeyMultibase }).catch(() => undefined)
    : undefined
  if (keyPair === undefined) {
    throw new ProofsError('ERR_INVALID_KEY', 'This is no BLS12-381 private key', {
      advice: 'Give the secretKeyMultibase (z48…) of a BLS12-381 G2 key',
    })
  }
  const { publicKeyMultibase } = keyPair
  const { multisign } = keyPair.signer()
  return {
    verificationMethod: options.verificationMethod ?? `did:key:${publicKeyMultibase}#${publicKeyMultibase}`,
    algorithm: 'BBS',
    publicKeyMultibase,
    signMessages: (header, messages) => multisign({ header, messages }),
  }
}
