import type { Problem } from '@testamur/documents'

/** Proofs of one document that are good: for each, where it stands and the key that it is good by. */
export type GoodProofs = Set<string>

interface Key {
  readonly algorithm: string
  readonly publicKeyMultibase: string
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
  return goodProofs === undefined
    ? verify()
    : remembering(goodProofs, `${pointer} ${algorithm} ${publicKeyMultibase}`, verify)
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
