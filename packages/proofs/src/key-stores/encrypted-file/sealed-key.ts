import { ProofsError } from '../../errors.js'
import type { PrivateJwk } from '../../keys/interface.js'
import { barePrivateJwk, keyPairFromJwk } from '../../keys/private-key.js'
import type { StoredKey } from '../interface.js'
import { decryptKey, encryptKey } from './encrypted-key.js'
import { type KeyRecord, publicPartDigest } from './key-record.js'

/** Returns the record of a key: its public part, and the private key encrypted under the passphrase. */
export async function seal(
  key: StoredKey,
  privateJwk: PrivateJwk,
  options: { readonly passphrase: string; readonly iterations: number },
): Promise<KeyRecord> {
  const jwk = { ...barePrivateJwk(privateJwk), kid: key.verificationMethod }
  return { key, encryptedKey: await encryptKey(jwk, { ...options, publicPartDigest: publicPartDigest(key) }) }
}

/**
 * Returns the private key of a record, once it is certain that the public part, which stands in clear beside it, is the
 * one it was sealed with.
 * @throws {ProofsError} `ERR_WRONG_PASSPHRASE`; `ERR_KEY_STORE_CORRUPT`, which names the file.
 */
export async function unseal(
  { key, encryptedKey }: KeyRecord,
  options: { readonly passphrase: string; readonly file: string },
): Promise<PrivateJwk> {
  const { verificationMethod, publicKeyMultibase } = key
  const jwk = await decryptKey(encryptedKey, {
    passphrase: options.passphrase,
    verificationMethod,
    publicPartDigest: publicPartDigest(key),
  })
  const keyPair = jwk && (await keyPairFromJwk(jwk).catch(() => undefined))
  if (jwk?.kid === verificationMethod && keyPair?.publicKey.publicKeyMultibase === publicKeyMultibase) return jwk
  throw new ProofsError(
    'ERR_KEY_STORE_CORRUPT',
    `The public part in ${options.file} is not the one its private key was stored with`,
    { advice: 'Restore the file from a backup, and find out who changed it' },
  )
}
