import type { JsonValue } from '@testamur/documents'
import { base64url } from 'multiformats/bases/base64'
import { type CborValue, decodeCbor, encodeCbor } from './cbor.js'
import type { SelectiveDisclosureCryptosuiteId } from './interface.js'

/** What a proof value of one cryptosuite is: its kind, and the list that it holds. */
export type ProofValue =
  | { readonly kind: 'base' | 'derived'; readonly items: readonly CborValue[] }
  | { readonly kind: 'optional-feature'; readonly feature: string }

/** The last byte of the header `d9 5d …`, a CBOR tag (serializeBaseProofValue and its like in both specifications). */
const kinds: Readonly<
  Record<SelectiveDisclosureCryptosuiteId, Readonly<Record<number, 'base' | 'derived' | { feature: string }>>>
> = {
  'ecdsa-sd-2023': { 0: 'base', 1: 'derived' },
  'bbs-2023': {
    2: 'base',
    3: 'derived',
    4: { feature: 'anonymous holder binding' },
    5: { feature: 'anonymous holder binding' },
    6: { feature: 'pseudonyms' },
    7: { feature: 'pseudonyms' },
    8: { feature: 'pseudonyms' },
    9: { feature: 'pseudonyms' },
  },
}

/** Returns what a `proofValue` says, or `undefined` when it is no proof value of the cryptosuite. */
export function readProofValue(
  proofValue: JsonValue | undefined,
  cryptosuite: SelectiveDisclosureCryptosuiteId,
): ProofValue | undefined {
  const bytes = decodeBase64urlMultibase(proofValue)
  if (bytes?.[0] !== 0xd9 || bytes[1] !== 0x5d) return undefined
  const kind = kinds[cryptosuite][bytes[2] ?? -1]
  if (kind === undefined) return undefined
  if (typeof kind === 'object') return { kind: 'optional-feature', feature: kind.feature }
  const items = decodeCbor(bytes.subarray(3))
  return Array.isArray(items) ? { kind, items } : undefined
}

/** Returns the `proofValue` of a derived proof that holds a list. */
export function derivedProofValue(items: readonly CborValue[], cryptosuite: SelectiveDisclosureCryptosuiteId): string {
  const header = Object.entries(kinds[cryptosuite]).find(([, kind]) => kind === 'derived')
  return base64url.encode(Uint8Array.from([0xd9, 0x5d, Number(header?.[0]), ...encodeCbor(items)]))
}

function decodeBase64urlMultibase(text: JsonValue | undefined): Uint8Array | undefined {
  if (typeof text !== 'string' || !/^u[\w-]+$/.test(text)) return undefined
  try {
    return base64url.decode(text)
  } catch {
    return undefined // cut in the middle of a byte
  }
}

/** True for bytes of that length. */
export function isBytes(value: CborValue | undefined, length?: number): value is Uint8Array {
  return value instanceof Uint8Array && (length === undefined || value.length === length)
}

/** True for a list of byte strings of that length. */
export function isBytesList(value: CborValue | undefined, length: number): value is readonly Uint8Array[] {
  return Array.isArray(value) && value.every((item) => isBytes(item, length))
}

/** True for a list of texts. */
export function isTextList(value: CborValue | undefined): value is readonly string[] {
  return Array.isArray(value) && value.every((item) => typeof item === 'string')
}

/**
 * True for positions in a list, each once and in order. Statements and positions are told in the same order, so a
 * position given twice would leave a statement without any check.
 */
export function isPositions(value: CborValue | undefined, count?: number): value is readonly number[] {
  if (!Array.isArray(value)) return false
  const isAscending = value.every((item, at) => typeof item === 'number' && (at === 0 || item > (value[at - 1] ?? 0)))
  return isAscending && (count === undefined || value.length === 0 || (value.at(-1) ?? 0) < count)
}

/**
 * True for a map from the labels that a verifier gives nodes without an id to those that the issuer gave them, each to
 * another one. Two nodes with the label of one would say twice, of two things, what was signed of one.
 */
export function isLabelMap(
  value: CborValue | undefined,
  isLabel: (label: CborValue) => boolean,
): value is ReadonlyMap<number, CborValue> {
  if (!(value instanceof Map)) return false
  const labels = [...value.values()]
  return labels.every(isLabel) && new Set(labels.map(String)).size === labels.length
}
