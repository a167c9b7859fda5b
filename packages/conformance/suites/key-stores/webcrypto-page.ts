import { webCryptoKeyStore } from '@testamur/proofs/key-stores/webcrypto'
import { keyStoreContract } from '@testamur/proofs/testing'
import { issue } from 'testamur'
import { badge, now, record } from '../interop-records.js'

// What a page does with its keys. The suite calls these functions in a browser.

const key1 = { controller: 'did:web:learner.example', fragment: 'key-1' }
let databases = 0

const page = {
  /** Runs the contract on stores with a database each; returns what failed. */
  async contract(algorithm: 'EdDSA' | 'ES256' | 'ES384'): Promise<string[]> {
    const failed: string[] = []
    const create = () => webCryptoKeyStore({ database: `contract-${algorithm}-${++databases}` })
    for (const { name, run } of keyStoreContract(create, { algorithm })) {
      await run().catch((error: unknown) => failed.push(`${name}: ${String(error)}`))
    }
    return failed
  },

  /** Makes a key, and tries to get at it in every way a script has. */
  async exposed(): Promise<string[]> {
    const store = webCryptoKeyStore({ database: 'exposed' })
    const { verificationMethod } = await store.generate()
    const signer = await store.getSigner(verificationMethod)
    const [stolen] = await stolenRecords('exposed')
    const outcomes = [JSON.stringify(store), JSON.stringify(signer), JSON.stringify(stolen?.privateKey)]
    for (const format of ['pkcs8', 'jwk', 'raw'] as const) {
      outcomes.push(
        await crypto.subtle.exportKey(format, structuredClone(stolen?.privateKey) as CryptoKey).then(
          (key) => `exported: ${JSON.stringify(key)}`,
          (error: Error) => error.name,
        ),
      )
    }
    return outcomes
  },

  /** Asks for a key of one name, as every tab of the page does at once. */
  generate: (database: string, fragment = 'key-1') =>
    webCryptoKeyStore({ database })
      .generate({ ...key1, fragment })
      .then(
        () => 'made',
        (error: { code: string }) => error.code,
      ),

  rotate: async (database: string) => {
    const store = webCryptoKeyStore({ database })
    const rotate = () =>
      store.rotate('did:web:learner.example#key-1').then(
        () => 'rotated',
        (error) => error.code,
      )
    return Promise.all([rotate(), rotate()])
  },

  list: async (database: string) => webCryptoKeyStore({ database }).list(),

  /** Signs with the key that is there. */
  async sign(database: string): Promise<number[]> {
    const signer = await webCryptoKeyStore({ database }).getSigner('did:web:learner.example#key-1')
    return [...(await signer.sign(Uint8Array.of(1, 2, 3)))]
  },

  /** Issues a CLR as a did:key. */
  async issue(algorithm: 'EdDSA' | 'ES256' | 'ES384'): Promise<object> {
    const store = webCryptoKeyStore({ database: 'issuing' })
    const { controller, verificationMethod } = await store.generate({ algorithm })
    const signer = await store.getSigner(verificationMethod)
    return issue(record(controller, [badge(controller, 1), badge(controller, 2)]), { signer, now })
  },

  /** Puts something else where keys are. */
  async corrupt(database: string): Promise<string> {
    const db = await opened(database)
    const transaction = db.transaction('keys', 'readwrite')
    transaction.objectStore('keys').put('no key', 'did:web:learner.example#key-1')
    await new Promise((resolve) => transaction.addEventListener('complete', resolve))
    db.close()
    return webCryptoKeyStore({ database })
      .getSigner('did:web:learner.example#key-1')
      .then(
        () => 'signer',
        (error: { code: string }) => error.code,
      )
  },

  /** Deletes the database while a store has it open. */
  async deleted(database: string): Promise<number> {
    const store = webCryptoKeyStore({ database })
    await store.generate(key1)
    const request = indexedDB.deleteDatabase(database)
    await new Promise((resolve) => request.addEventListener('success', resolve))
    return (await store.list()).length
  },
}

function opened(database: string): Promise<IDBDatabase> {
  const request = indexedDB.open(database)
  return new Promise((resolve) => request.addEventListener('success', () => resolve(request.result)))
}

async function stolenRecords(database: string): Promise<{ privateKey: CryptoKey }[]> {
  const request = (await opened(database)).transaction('keys').objectStore('keys').getAll()
  return new Promise((resolve) => request.addEventListener('success', () => resolve(request.result)))
}

/** What the suite calls. */
export type TestPage = typeof page

Object.assign(globalThis, { page })
