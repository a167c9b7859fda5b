import type { Problem } from '@testamur/documents'

/** A status entry that was read. */
export type StatusEntry = BitstringStatusEntry | RevocationListEntry

/** An entry that points to a place in a list of bits: Bitstring Status List 1.0 §2.1, or its forerunner of 2021. */
export interface BitstringStatusEntry {
  readonly kind: 'BitstringStatusListEntry' | 'StatusList2021Entry'
  /** JSON Pointer of the entry in its document. */
  readonly pointer: string
  /** Where the list is, http or https, without a fragment. */
  readonly listUrl: string
  /** What a status that is set means: `revocation`, `suspension`, `refresh`, `message`, or a word of the issuer's. */
  readonly purpose: string
  /** Number of the entry in the list, from 0. */
  readonly index: number
  /** Bits of one entry: 1 to 32. */
  readonly size: number
  /** What single values mean, in the issuer's words. Need not name every value. */
  readonly messages: ReadonlyMap<number, string>
  /** URLs that explain the values. */
  readonly references: readonly string[]
}

/** An entry that points to a 1EdTech revocation list. */
export interface RevocationListEntry {
  readonly kind: '1EdTechRevocationList'
  /** JSON Pointer of the entry in its document. */
  readonly pointer: string
  /** Where the list is, http or https, without a fragment. */
  readonly listUrl: string
}

/** The entry, or why it cannot be read: `status-type-unknown`, `status-entry-malformed`. */
export type ParseStatusEntryResult =
  | { readonly ok: true; readonly entry: StatusEntry }
  | { readonly ok: false; readonly problem: Problem }

/** A list of bits, unpacked; good for any number of entries. */
export interface BitstringStatusList {
  /** How the list names itself. */
  readonly id: string | undefined
  /** What the list is for; one list may serve several purposes. */
  readonly purposes: readonly string[]
  /** Length in bits. */
  readonly bitLength: number
  /** How long the list may be kept before it should be fetched again; undefined when it does not say. */
  readonly ttlMs: number | undefined
  /**
   * The value of an entry, undefined when the list ends before it. Bit 0 is the highest bit of the first byte, and the
   * bits of a value come highest first.
   */
  readonly valueAt: (index: number, size: number) => number | undefined
}

/** Options of {@link decodeStatusList} and {@link readBitstring}. */
export interface DecodeStatusListOptions {
  /** Most bytes that the list unpacks to. Default 16 MiB, which is 134,217,728 entries of one bit. */
  readonly maxBytes?: number | undefined
}

/** The list, or why it cannot be read: `status-list-malformed`, `status-list-too-large`. */
export type DecodeStatusListResult =
  | { readonly ok: true; readonly list: BitstringStatusList }
  | { readonly ok: false; readonly problem: Problem }

/** The value that a list holds for an entry, or why there is none. */
export type ReadStatusResult =
  | { readonly ok: true; readonly value: number; readonly warnings: readonly Problem[] }
  | { readonly ok: false; readonly problem: Problem }

/** What a status says about its credential. Nothing at all: nothing speaks against it. */
export interface StatusVerdict {
  /** The credential is not to be accepted. */
  readonly refusals: readonly Problem[]
  /** It cannot be told. */
  readonly doubts: readonly Problem[]
  /** What a reader should know. */
  readonly warnings: readonly Problem[]
}
