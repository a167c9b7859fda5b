import { ProofsError } from '../../errors.js'
import type { KeyRecord, KeyRecords } from './key-records.js'

const storeName = 'keys'

/**
 * Returns records in a database of IndexedDB. Private keys are written as what they are, keys that are not extractable:
 * the structured clone of one is another handle of the same key.
 *
 * @throws {ProofsError} from its members: `ERR_KEY_STORE_READ`, `ERR_KEY_STORE_WRITE`, `ERR_KEY_STORE_CORRUPT`; what
 * `change` throws
 */
export function recordsInIndexedDb(name: string, factory: IDBFactory | undefined): KeyRecords {
  let opened: Promise<IDBDatabase> | undefined
  const database = (): Promise<IDBDatabase> => {
    const opening =
      opened ??
      open(name, factory, () => {
        opened = undefined
      })
    opened = opening
    opening.catch(() => {
      opened = undefined
    })
    return opening
  }
  const reading = <Value>(read: (store: IDBObjectStore) => IDBRequest<Value>): Promise<Value> =>
    explained('ERR_KEY_STORE_READ', name, async () =>
      resultOf(read((await database()).transaction(storeName).objectStore(storeName))),
    )

  return {
    async get(verificationMethod) {
      const record = await reading<unknown>((store) => store.get(verificationMethod))
      return record === undefined ? undefined : checked(record, name)
    },
    async getAll() {
      return (await reading<unknown[]>((store) => store.getAll())).map((record) => checked(record, name))
    },
    update: (change) =>
      explained('ERR_KEY_STORE_WRITE', name, async () => {
        const db = await database()
        // Transactions that write wait for each other, in whatever tab they are; strict: on the disk when it is done.
        const transaction = db.transaction(storeName, 'readwrite', { durability: 'strict' })
        const store = transaction.objectStore(storeName)
        const done = completion(transaction)
        try {
          const records = await resultOf<unknown[]>(store.getAll())
          const { write, result } = change(records.map((record) => checked(record, name)))
          for (const record of write) store.put(record, record.stored.verificationMethod)
          await done
          return result
        } catch (error) {
          done.catch(() => {})
          abort(transaction)
          throw error
        }
      }),
  }
}

function open(name: string, factory: IDBFactory | undefined, onClose: () => void): Promise<IDBDatabase> {
  if (factory === undefined) {
    throw new ProofsError('ERR_KEY_STORE_READ', 'There is no IndexedDB here', {
      advice: 'Leave out "database" for keys in memory, or use another key store: this is no browser',
    })
  }
  const request = factory.open(name, 1)
  request.addEventListener('upgradeneeded', () => request.result.createObjectStore(storeName))
  return resultOf(request).then((db) => {
    db.addEventListener('close', onClose)
    // Somebody deletes the database: an open connection would keep them waiting.
    db.addEventListener('versionchange', () => {
      db.close()
      onClose()
    })
    return db
  })
}

function resultOf<Value>(request: IDBRequest<Value>): Promise<Value> {
  return new Promise((resolve, reject) => {
    request.addEventListener('success', () => resolve(request.result))
    request.addEventListener('error', () => reject(request.error))
  })
}

function completion(transaction: IDBTransaction): Promise<void> {
  return new Promise((resolve, reject) => {
    transaction.addEventListener('complete', () => resolve())
    transaction.addEventListener('error', () => reject(transaction.error))
    transaction.addEventListener('abort', () => reject(transaction.error))
  })
}

function abort(transaction: IDBTransaction): void {
  try {
    transaction.abort()
  } catch {
    // It has ended by itself.
  }
}

/** Says what the database said, in our words. */
async function explained<Result>(
  code: 'ERR_KEY_STORE_READ' | 'ERR_KEY_STORE_WRITE',
  name: string,
  action: () => Promise<Result>,
): Promise<Result> {
  try {
    return await action()
  } catch (cause) {
    if (ProofsError.isInstance(cause)) throw cause
    const reason = cause instanceof Error ? cause.name : 'unknown reason'
    const what = code === 'ERR_KEY_STORE_READ' ? 'read' : 'written'
    throw new ProofsError(code, `The key database ${name} could not be ${what} (${reason})`, {
      advice: 'Private windows and full disks refuse databases; nothing was written',
      cause,
    })
  }
}

/** Returns a record, if it is one: the page may have another database of that name. */
function checked(record: unknown, name: string): KeyRecord {
  const { stored, privateKey } = (record ?? {}) as Partial<KeyRecord>
  if (typeof stored?.verificationMethod === 'string' && privateKey instanceof CryptoKey) return { stored, privateKey }
  throw new ProofsError('ERR_KEY_STORE_CORRUPT', `The database ${name} holds something that is no key`, {
    advice: 'Give the store a database of its own',
  })
}
