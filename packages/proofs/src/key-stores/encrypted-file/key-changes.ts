import type { PrivateJwk } from '../../keys/interface.js'
import { generatePrivateJwk, keyPairFromJwk } from '../../keys/private-key.js'
import type {
  GenerateKeyOptions,
  ImportKeyOptions,
  RevokeKeyOptions,
  RotatedKey,
  RotateKeyOptions,
  StoredKey,
} from '../interface.js'
import {
  keyExists,
  newStoredKey,
  refuseBadName,
  refuseTwin,
  retiredKey,
  revokedKey,
  successorOptions,
  withFreeFragment,
} from '../stored-key.js'
import type { KeyRecord } from './key-record.js'
import { askFor, type PassphraseSource } from './passphrase.js'
import { isWrongPassphrase, type SealedKeys } from './sealed-keys.js'

// Each of these refuses what it can before anybody is asked for a passphrase, asks before others are kept waiting, and
// looks again once nobody else writes.

/** Adds a key. */
export async function addKey(keys: SealedKeys, jwk: PrivateJwk, options: ImportKeyOptions = {}): Promise<StoredKey> {
  refuseBadName(options)
  await keyPairFromJwk(jwk)
  await keys.passphrase.ask()
  return keys.directory.writing(async (write) => {
    const record = await newRecord(keys, jwk, options)
    await write({ added: [record] })
    return record.key
  })
}

/** Adds the successor of a key, and retires that. */
export async function rotateKey(
  keys: SealedKeys,
  verificationMethod: string,
  options?: RotateKeyOptions,
): Promise<RotatedKey> {
  const successor = successorOptions((await keys.find(verificationMethod)).key, options)
  refuseBadName(successor)
  const jwk = await generatePrivateJwk(successor)
  await keys.passphrase.ask()
  return keys.directory.writing(async (write) => {
    const old = await keys.find(verificationMethod)
    const current = await newRecord(keys, jwk, successorOptions(old.key, options))
    const retired = await keys.seal(retiredKey(old.key), await keys.unseal(old))
    // In this order a crash leaves a key too many, never a retired one without its successor.
    await write({ added: [current], replaced: [retired] })
    return { retired: retired.key, current: current.key }
  })
}

/** Revokes a key. */
export async function revokeKey(
  keys: SealedKeys,
  verificationMethod: string,
  options?: RevokeKeyOptions,
): Promise<StoredKey> {
  revokedKey((await keys.find(verificationMethod)).key, options)
  await keys.passphrase.ask()
  return keys.directory.writing(async (write) => {
    const record = await keys.find(verificationMethod)
    const key = revokedKey(record.key, options)
    if (key !== record.key) await write({ replaced: [await keys.seal(key, await keys.unseal(record))] })
    return key
  })
}

/** Encrypts every key anew, once all of them have opened with the one passphrase or the other. */
export async function changePassphrase(keys: SealedKeys, source: PassphraseSource): Promise<void> {
  const { directory, passphrase } = keys
  const hasKeys = (await directory.readAll()).length > 0
  const current = hasKeys ? await passphrase.ask() : undefined
  const next = await askFor(source)
  if (current !== undefined) {
    await directory.writing(async (write) => {
      const changed: KeyRecord[] = []
      for (const record of await directory.readAll()) {
        const jwk = await unsealUnlessDone(keys, record, { current, next })
        if (jwk !== undefined) changed.push(await keys.seal(record.key, jwk, next))
      }
      await write({ replaced: changed })
    })
  }
  passphrase.replace(next)
}

/** Returns the private key of a record; undefined when it has the next passphrase since a run that was interrupted. */
async function unsealUnlessDone(
  keys: SealedKeys,
  record: KeyRecord,
  { current, next }: { readonly current: string; readonly next: string },
): Promise<PrivateJwk | undefined> {
  try {
    return await keys.unseal(record, current)
  } catch (error) {
    if (!isWrongPassphrase(error)) throw error
    const isDone = await keys.unseal(record, next).then(
      () => true,
      () => false,
    )
    if (isDone) return undefined
    keys.passphrase.forget()
    throw error
  }
}

/** Returns the record of a new key that goes with those that are there. */
async function newRecord(keys: SealedKeys, jwk: PrivateJwk, options: GenerateKeyOptions): Promise<KeyRecord> {
  const records = await keys.directory.readAll()
  const others = records.map(({ key }) => key)
  const { publicKey } = await keyPairFromJwk(jwk)
  const key = newStoredKey(publicKey, withFreeFragment(options, others))
  const isTaken = others.some(({ verificationMethod }) => verificationMethod === key.verificationMethod)
  if (isTaken) throw keyExists(key.verificationMethod)
  refuseTwin(key, others)
  // A slip of the finger must not seal a new key for ever.
  await keys.refuseOtherPassphrase(records)
  return keys.seal(key, jwk)
}
