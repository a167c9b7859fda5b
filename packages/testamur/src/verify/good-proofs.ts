import type { Problem } from '@testamur/documents'
import { isObject } from '@testamur/documents/json'
import type { VerifyOptions } from './options.js'

/** Proofs of one document that are good, each by what names it: where it stands, and the key that it is good by. */
export interface GoodProofs {
  has(name: string): boolean
  add(name: string): void
}

interface Key {
  readonly algorithm: string
  readonly publicKeyMultibase: string
}

/**
 * Good proofs of documents, by what stands for them in the caller's cache, so that they are forgotten together. Nothing
 * but bytes is held, and only of documents with a good proof: as much again as the cache holds of them.
 */
const remembered = new WeakMap<object, { readonly bytes: Uint8Array; readonly names: Set<string> }>()

/**
 * Returns the proofs of a document that are known to be good, and takes further ones; they hold for the same bytes at any
 * time, so the cache is not taken at its word.
 *
 * @param bytes - of the document; not to be changed any more
 * @param keptAs - what stands for it in the caller's cache, if it is kept
 */
export function goodProofsOf(bytes: Uint8Array, keptAs: object | undefined, options: VerifyOptions): GoodProofs {
  if (!isObject(keptAs) || !isReadAsUsual(options)) return new Set()
  const known = remembered.get(keptAs)
  const names = known !== undefined && areEqual(known.bytes, bytes) ? known.names : new Set<string>()
  return {
    has: (name) => names.has(name),
    add(name) {
      names.add(name)
      remembered.set(keptAs, { bytes, names })
    },
  }
}

/**
 * Returns the problems of a proof: none of one that is among the good ones; and else what `verify` finds, after which it
 * may be among them. Whose key it is, and whether it may be used, is asked anew each time.
 */
export function unlessGood(
  goodProofs: GoodProofs | undefined,
  pointer: string,
  { algorithm, publicKeyMultibase }: Key,
  verify: () => Promise<readonly Problem[]>,
): Promise<readonly Problem[]> {
  if (goodProofs === undefined) return verify()
  return remembering(goodProofs, `${pointer} ${algorithm} ${publicKeyMultibase}`, verify)
}

async function remembering(
  goodProofs: GoodProofs,
  name: string,
  verify: () => Promise<readonly Problem[]>,
): Promise<readonly Problem[]> {
  if (goodProofs.has(name)) return []
  const problems = await verify()
  if (problems.length === 0) goodProofs.add(name)
  return problems
}

/** Other contexts, or another engine, may find another proof to be good. */
function isReadAsUsual({ documents, engine, fallback, crossCheckRate }: VerifyOptions): boolean {
  return (documents ?? engine ?? fallback ?? crossCheckRate) === undefined
}

function areEqual(one: Uint8Array, other: Uint8Array): boolean {
  let isEqual = one.length === other.length
  // `every` takes ten times as long.
  for (let index = 0; isEqual && index < one.length; index++) isEqual = one[index] === other[index]
  return isEqual
}
