import type { StoredKey } from '../interface.js'

/** What is kept of a key. */
export interface KeyRecord {
  readonly stored: StoredKey
  /** Not extractable: it can sign, and not be read. */
  readonly privateKey: CryptoKey
}

/** What a change of the records comes to. */
export interface RecordChange<Result> {
  /** Records to be added, or to take the place of those of the same name. */
  readonly write: readonly KeyRecord[]
  readonly result: Result
}

/** Where records are kept. */
export interface KeyRecords {
  get(verificationMethod: string): Promise<KeyRecord | undefined>
  getAll(): Promise<readonly KeyRecord[]>
  /**
   * Writes what `change` makes of all records, completely or not at all, and nobody else writes in between. Nothing is
   * written when it throws.
   */
  update<Result>(change: (records: readonly KeyRecord[]) => RecordChange<Result>): Promise<Result>
}

/** Returns records that are gone with the page or process. */
export function recordsInMemory(): KeyRecords {
  const records = new Map<string, KeyRecord>()
  return {
    get: async (verificationMethod) => records.get(verificationMethod),
    getAll: async () => [...records.values()],
    async update(change) {
      const { write, result } = change([...records.values()])
      for (const record of write) records.set(record.stored.verificationMethod, record)
      return result
    },
  }
}
