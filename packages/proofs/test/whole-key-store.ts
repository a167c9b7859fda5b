// What must hold of a key store whatever happened to the processes that wrote to it.
import { readdir } from 'node:fs/promises'
import { expect } from 'vitest'
import type { StoredKey } from '../src/key-stores/interface.js'
import { verifySignature } from '../src/keys/signature.js'
import { quickStore } from './key-store-process.js'

/**
 * Expects that every file holds a whole key, that no key is there twice, and that each in use opens with exactly one of
 * the passphrases and signs as itself. Returns the keys.
 */
export async function expectWholeKeyStore(
  directory: string,
  passphrases: readonly string[],
): Promise<readonly StoredKey[]> {
  const stores = passphrases.map((passphrase) => quickStore(directory, passphrase))
  const keys = (await stores[0]?.list()) ?? []
  expect(new Set(keys.map((key) => key.publicKeyMultibase)).size).toBe(keys.length)
  for (const key of keys) {
    const outcomes = await Promise.all(
      stores.map((store) => store.getSigner(key.verificationMethod).catch((error: { code: string }) => error.code)),
    )
    const [opened, ...others] = outcomes.filter((outcome) => outcome !== 'ERR_WRONG_PASSPHRASE')
    expect(others).toEqual([])
    if (key.revoked !== undefined) expect(opened).toBe('ERR_KEY_REVOKED')
    else if (key.retired !== undefined) expect(opened).toBe('ERR_KEY_RETIRED')
    else expect(typeof opened === 'object' && (await signsAs(key, opened))).toBe(true)
  }
  return keys
}

async function signsAs(publicKey: StoredKey, signer: { sign(data: Uint8Array): unknown }): Promise<boolean> {
  const data = Uint8Array.of(1, 2, 3)
  return verifySignature(data, { signature: (await signer.sign(data)) as Uint8Array, publicKey })
}

/** Expects that nothing but keys is in a directory. */
export async function expectNoLeftovers(directory: string): Promise<void> {
  expect((await readdir(directory)).filter((name) => !/^[0-9a-f]{64}\.json$/.test(name))).toEqual([])
}
