import { type Pkcs11KeyStore, type Pkcs11KeyStoreOptions, pkcs11Store } from './pkcs11/pkcs11-store.js'

export type { Pkcs11, Pkcs11Attribute } from './pkcs11/cryptoki.js'
export type { Pkcs11Key } from './pkcs11/known-keys.js'
export type { Pkcs11KeyStore, Pkcs11KeyStoreOptions } from './pkcs11/pkcs11-store.js'

/**
 * Returns a key store on a PKCS#11 token: an HSM, a smart card, SoftHSM. Node only; the package pkcs11js, which has to be
 * installed beside, loads the module of the vendor. Keys for `EdDSA`, `ES256` and `ES384`.
 *
 * `generate` makes the key pair on the token, sensitive and not extractable, and labels it with its verification method,
 * so that it is found again by any process. Two processes cannot make two keys of one name. Keys that other tools made
 * are named in `keys`; `list` leaves out none that is labelled like ours, and wants to be told its `created`. ECDSA signs
 * a hash that is made here; EdDSA messages go to the token as they are.
 *
 * A session or a token that was lost is looked for again, and the signature tried again. Each signature is checked
 * against the public key before it is returned. There is no `rotate` and no `revoke`: a token has no place for what
 * they note that a crash or another tool could not leave half-written, so say `retired` and `revoked` in `keys`. What is
 * said there of a key holds under every name that leads to it.
 *
 * A process has one login per token: with a second store on it, and also for other code that uses the module, nobody
 * asks for the PIN again. Use the module from one thread. When a token stays away, the module is initialised anew,
 * which ends all sessions of the process, unless somebody else initialised it.
 *
 * @throws {ProofsError} `ERR_INVALID_OPTION`, `ERR_KEY_EXISTS` (an entry of `keys` twice); from its members, besides what
 * `KeyStore` says: `ERR_KEY_SERVICE_NOT_INSTALLED`, `ERR_KEY_SERVICE_UNAVAILABLE` (module, token or session gone),
 * `ERR_KEY_SERVICE_DENIED` (PIN refused, or something not permitted), `ERR_KEY_SERVICE_RESPONSE` (no public key, several
 * keys of one name, a signature of another key), `ERR_ALGORITHM_UNSUPPORTED`, `ERR_MESSAGE_TOO_LONG`, `ERR_INVALID_OPTION`
 * (several tokens; `created` missing).
 * @example
 * ```ts
 * import { pkcs11KeyStore } from '@testamur/proofs/key-stores/pkcs11'
 *
 * const keys = pkcs11KeyStore({
 *   module: '/usr/lib/softhsm/libsofthsm2.so',
 *   tokenLabel: 'registrar',
 *   pin: () => process.env['TOKEN_PIN'] ?? '',
 * })
 * export const signerOf = (verificationMethod: string) => keys.getSigner(verificationMethod)
 * ```
 */
export function pkcs11KeyStore(options: Pkcs11KeyStoreOptions): Pkcs11KeyStore {
  return pkcs11Store(options)
}
