import { type JsonObject, type JsonValue, parseJson } from '@testamur/documents'
import { isObject } from '@testamur/documents/json'
import type { FetchDocumentResult } from '@testamur/proofs/dids'
import type { BitstringStatusList, DecodeStatusListResult } from '@testamur/proofs/status'
import type { GoodProofs } from './good-proofs.js'
import type { Verification } from './options.js'

/** What a status list holds, and what was found out about it that is true of the same bytes at any time. */
export interface KnownList {
  /** JSON, or the text of a token. */
  readonly content: JsonValue
  readonly goodProofs: GoodProofs
  /** Set once the list was verified; whether it may be relied on is for each verification to say. */
  unpacked?: BitstringStatusList
}

/**
 * Lists by what stands for them in the caller's cache, so that they are forgotten together. Large ones are read anew each
 * time, since some bytes of JSON, or of a packed list, become many in memory: who issues hundreds of lists could fill it.
 */
const knownLists = new WeakMap<object, KnownList & { readonly bytes: Uint8Array }>()
const maxBytes = 64 * 1024
const maxUnpackedBytes = 256 * 1024

/** Returns a status list that was fetched; one that is known, if the cache says so and not a byte differs. */
export function knownList(
  { content: fetched, keptAs }: FetchDocumentResult & { readonly ok: true },
  { options }: Pick<Verification, 'options'>,
): KnownList | undefined {
  const isKept = isObject(keptAs) && isSmall(fetched) && isReadAsUsual(options)
  const known = isKept ? knownLists.get(keptAs) : undefined
  if (isKept && known !== undefined && areEqual(known.bytes, fetched)) return known
  const content = contentOf(fetched)
  if (content === undefined) return undefined
  const list: KnownList = { content, goodProofs: new Set() }
  if (!isKept) return list
  const kept = { ...list, bytes: fetched.slice() }
  knownLists.set(keptAs, kept)
  return kept
}

/** Returns a list unpacked: what `unpack` makes of it, unless that is known. */
export async function unpackedList(
  known: KnownList,
  maxBytes: number,
  unpack: () => Promise<DecodeStatusListResult>,
): Promise<DecodeStatusListResult> {
  const { unpacked } = known
  if (unpacked !== undefined && unpacked.bitLength <= maxBytes * 8) return { ok: true, list: unpacked }
  const decoded = await unpack()
  if (decoded.ok && decoded.list.bitLength <= maxUnpackedBytes * 8) known.unpacked = decoded.list
  return decoded
}

const isSmall = (content: Uint8Array | object): content is Uint8Array =>
  content instanceof Uint8Array && content.length <= maxBytes

/** Other contexts, or another engine, may find another proof to be good. */
function isReadAsUsual({ documents, engine, fallback, crossCheckRate }: Verification['options']): boolean {
  return [documents, engine, fallback, crossCheckRate].every((option) => option === undefined)
}

function contentOf(content: Uint8Array | object): JsonValue | undefined {
  if (!(content instanceof Uint8Array)) return content as JsonObject
  const parsed = parseJson(content)
  if (parsed.ok) return parsed.value
  const text = new TextDecoder().decode(content).trim()
  return /^eyJ[\w-]*\.[\w-]+\.[\w-]+$/.test(text) ? text : undefined
}

function areEqual(one: Uint8Array, other: Uint8Array): boolean {
  if (one.length !== other.length) return false
  // `every` takes ten times as long.
  for (let index = 0; index < one.length; index++) if (one[index] !== other[index]) return false
  return true
}
