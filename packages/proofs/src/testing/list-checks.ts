import { type Contract, check, has, must, mustFail, unknownNames } from './contract.js'
import type { ContractCheck } from './interface.js'
import { mustBeStoredKey } from './shown-keys.js'

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
        must(found[0]?.publicKeyMultibase === key.publicKeyMultibase, 'it lists another public key')
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
      const { key } = await contract.aKey(store)
      for (const name of unknownNames(key.verificationMethod)) {
        await mustFail(() => has(store, 'exportPublic')(name), 'ERR_KEY_NOT_FOUND', name)
      }
    }),
  ]
}
