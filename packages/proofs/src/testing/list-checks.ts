import type { StoredKey } from '../key-stores/interface.js'
import { decodeMultikey } from '../keys/multikey.js'
import { type Contract, check, has, must, mustFail } from './contract.js'
import type { ContractCheck } from './interface.js'

/** What holds where a store lists its keys. */
export function listChecks(contract: Contract): ContractCheck[] {
  return [
    check('list names every key once, oldest first, and shows its public part only', async () => {
      const store = await contract.create()
      const made = [await contract.aKey(store), ...(store.generate ? [await contract.aKey(store)] : [])]
      const listed = await has(store, 'list')()
      for (const { key } of made) {
        const found = listed.filter(({ verificationMethod }) => verificationMethod === key.verificationMethod)
        must(found.length === 1, `${key.verificationMethod} is listed ${found.length} times`)
      }
      for (const key of listed) mustBeStoredKey(key)
      const times = listed.map(({ created }) => Date.parse(created))
      must(
        times.every((time, index) => index === 0 || time >= (times[index - 1] ?? 0)),
        'the keys are not listed oldest first',
      )
    }),
  ]
}

/** What holds where a store shows one key. */
export function exportChecks(contract: Contract): ContractCheck[] {
  return [
    check('exportPublic returns the public part only', async () => {
      const store = await contract.create()
      const { key } = await contract.aKey(store)
      const exported = await has(store, 'exportPublic')(key.verificationMethod)
      mustBeStoredKey(exported)
      must(exported.publicKeyMultibase === key.publicKeyMultibase, 'it is another public key')
      must(exported.verificationMethod === key.verificationMethod, 'it has another name')
    }),
    check('exportPublic refuses an unknown key with ERR_KEY_NOT_FOUND', async () => {
      const store = await contract.create()
      await mustFail(() => has(store, 'exportPublic')('did:example:nobody#none'), 'ERR_KEY_NOT_FOUND')
    }),
  ]
}

const members = ['algorithm', 'controller', 'created', 'publicKeyMultibase', 'verificationMethod']
const laterMembers = ['retired', 'revoked'] as const

/** Fails the check unless a key is listed as the contract says: whole, and without anything private. */
export function mustBeStoredKey(key: StoredKey): void {
  const { retired: _retired, revoked: _revoked, ...always } = key
  must(Object.keys(always).toSorted().join() === members.join(), `its members are ${Object.keys(key).join()}`)
  must(decodeMultikey(key.publicKeyMultibase)?.algorithm === key.algorithm, 'publicKeyMultibase is no such key')
  must(key.verificationMethod.startsWith(key.controller), 'the key is not named under its controller')
  mustBeTime('created', key.created)
  for (const member of laterMembers) if (key[member] !== undefined) mustBeTime(member, key[member])
}

function mustBeTime(member: string, value: string): void {
  must(/^\d{4}-\d\d-\d\dT[\d:.]+(Z|[+-]\d\d:\d\d)$/.test(value), `${member} is ${value}`)
}
