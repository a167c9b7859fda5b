import type { KeyStore, StoredKey } from '../key-stores/interface.js'
import { decodeMultikey } from '../keys/multikey.js'
import { must } from './contract.js'

const members = ['algorithm', 'controller', 'created', 'publicKeyMultibase', 'verificationMethod']
const laterMembers = ['retired', 'revoked'] as const

/** Fails the check unless a key is shown as the contract says: whole, and without anything private. */
export function mustBeStoredKey(key: StoredKey): void {
  const { retired: _retired, revoked: _revoked, ...always } = key
  must(Object.keys(always).toSorted().join() === members.join(), `its members are ${Object.keys(key).join()}`)
  must(decodeMultikey(key.publicKeyMultibase)?.algorithm === key.algorithm, 'publicKeyMultibase is no such key')
  must(key.verificationMethod.startsWith(`${key.controller}#`), 'the key is not named under its controller')
  mustBeTime('created', key.created)
  for (const member of laterMembers) if (key[member] !== undefined) mustBeTime(member, key[member])
}

/** Fails the check unless the store lists and exports a key, once, with exactly what it said of it before. */
export async function mustShow(store: KeyStore, key: StoredKey): Promise<void> {
  mustBeStoredKey(key)
  const { verificationMethod: name } = key
  const listed = await store.list?.()
  const found = listed?.filter(({ verificationMethod }) => verificationMethod === name)
  must(found === undefined || found.length === 1, `${name} is listed ${found?.length} times`)
  mustBeSame('list', found?.[0], key)
  mustBeSame('exportPublic', await store.exportPublic?.(name), key)
}

function mustBeSame(member: 'list' | 'exportPublic', found: StoredKey | undefined, key: StoredKey): void {
  if (found === undefined) return
  mustBeStoredKey(found)
  for (const name of [...members, ...laterMembers] as (keyof StoredKey)[]) {
    must(found[name] === key[name], `${member} says that ${name} of ${key.verificationMethod} is ${found[name]}`)
  }
}

function mustBeTime(member: string, value: string): void {
  must(/^\d{4}-\d\d-\d\dT[\d:.]+(Z|[+-]\d\d:\d\d)$/.test(value), `${member} is ${value}`)
}
