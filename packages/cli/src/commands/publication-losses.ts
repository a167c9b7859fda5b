import { isObject } from '@testamur/documents/json'

type Members = Readonly<Record<string, unknown>>

/** Lists of names of keys, or of whole keys: DID Core 1.0 §5.3. */
const relationships = [
  'authentication',
  'assertionMethod',
  'keyAgreement',
  'capabilityInvocation',
  'capabilityDelegation',
]

/**
 * Returns what would be lost if a DID document or JWK Set took the place of another: members, keys, what is said of a key.
 * That a key in `revoked` leaves is no loss.
 */
export function publicationLosses(before: unknown, after: Members, revoked: ReadonlySet<string>): readonly string[] {
  if (!isObject(before)) return ['all of it, which is no JSON object']
  const document = before as Members
  const losses = Object.keys(document).filter((member) => !(member in after))
  if ('id' in after && document.id !== after.id) losses.push(`what it says of ${String(document.id)}`)
  for (const member of ['@context', ...relationships]) {
    if (!(member in after)) continue
    const kept = new Set(listIn(after, member).map(nameOf))
    const names = listIn(document, member).map(nameOf)
    losses.push(...names.filter((name) => !kept.has(name) && !revoked.has(name)).map((name) => `${name} in ${member}`))
  }
  for (const member of ['verificationMethod', 'keys']) {
    if (!(member in after)) continue
    const kept = new Map(listIn(after, member).map((key) => [nameOf(key), key]))
    for (const key of listIn(document, member)) losses.push(...lossesOfKey(key, kept, revoked))
  }
  return losses
}

function lossesOfKey(
  key: unknown,
  kept: ReadonlyMap<string, unknown>,
  revoked: ReadonlySet<string>,
): readonly string[] {
  const name = nameOf(key)
  const found = kept.get(name)
  if (found === undefined) return revoked.has(name) ? [] : [`the key ${name}`]
  // Another key of that name is lost as well, and so is that one was revoked.
  const facts = ['publicKeyMultibase', 'x', 'y', 'n', 'e', 'expires', 'revoked'] as const
  const [was, is] = [key as Members, found as Members]
  return facts.filter((fact) => fact in was && was[fact] !== is[fact]).map((fact) => `${fact} of ${name}`)
}

const listIn = (document: Members, member: string): readonly unknown[] => [document[member] ?? []].flat()

function nameOf(entry: unknown): string {
  if (!isObject(entry)) return String(entry)
  const { id, kid } = entry as Members
  return String(id ?? kid ?? 'without a name')
}
