import { problem } from '../problems.js'
import type { KeyLookup } from './interface.js'

/** What several entries for one key come to together: a revoked one counts, and different keys are none. */
export function agreedKey(lookups: readonly KeyLookup[], name: string): KeyLookup {
  const refused = lookups.find(({ outcome }) => outcome === 'refused')
  const [first = { outcome: 'not-listed' }, ...others] = lookups
  if (refused !== undefined || others.every((other) => keyText(other) === keyText(first))) return refused ?? first
  return { outcome: 'refused', problem: problem('key-malformed', '', `The key ${name} is given as different keys.`) }
}

const keyText = (lookup: KeyLookup): string | undefined =>
  lookup.outcome === 'listed' ? lookup.publicKey.publicKeyMultibase : undefined
