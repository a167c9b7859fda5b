export { decodeStatusList } from './decode-status-list.js'
export type {
  BitstringStatusEntry,
  BitstringStatusList,
  DecodeStatusListOptions,
  DecodeStatusListResult,
  ParseStatusEntryResult,
  ReadStatusResult,
  RevocationListEntry,
  StatusEntry,
  StatusVerdict,
} from './interface.js'
export { parseStatusEntry } from './parse-status-entry.js'
export type { ReadRevocationListOptions } from './read-revocation-list.js'
export { readRevocationList } from './read-revocation-list.js'
export { readBitstring, readStatus } from './read-status.js'
export { statusVerdict } from './status-verdict.js'
