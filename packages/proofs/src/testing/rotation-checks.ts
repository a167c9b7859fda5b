import { verifySignature } from '../keys/signature.js'
import { type Contract, check, has, hashData, must, mustFail, unknownNames } from './contract.js'
import type { ContractCheck } from './interface.js'
import { mustShow } from './shown-keys.js'

/** What holds where a store rotates keys. */
export function rotationChecks(contract: Contract): ContractCheck[] {
  const named = { controller: 'did:web:registrar.example', fragment: 'contract-1' }
  const name = `${named.controller}#${named.fragment}`
  return [
    check('rotate retires a key and makes the one that takes its place', async () => {
      const store = await contract.create()
      const old = await contract.generating(store)(named)
      const { retired, current } = await has(store, 'rotate')(name)
      for (const key of [retired, current]) await mustShow(store, key)
      must(retired.verificationMethod === name && retired.retired !== undefined, 'the key is not retired')
      must(retired.publicKeyMultibase === old.publicKeyMultibase, 'the retired key is another one')
      must(current.publicKeyMultibase !== old.publicKeyMultibase, 'the new key is the old one')
      must(current.verificationMethod !== name && current.retired === undefined, 'the new key is not in use')
      must(current.controller === old.controller, 'the new key has another controller')
      must(current.algorithm === old.algorithm, `the new key is for ${current.algorithm}`)
      await mustFail(() => store.getSigner(name), 'ERR_KEY_RETIRED')
      const signature = await (await store.getSigner(current.verificationMethod)).sign(hashData())
      must(await verifySignature(hashData(), { signature, publicKey: current }), 'the new key signs as another one')
    }),
    check('rotate names the new key as it is told', async () => {
      const store = await contract.create()
      await contract.generating(store)(named)
      const { current } = await has(store, 'rotate')(name, { fragment: 'contract-2' })
      must(
        current.verificationMethod === `${named.controller}#contract-2`,
        `it is called ${current.verificationMethod}`,
      )
    }),
    check('rotate refuses keys that are unknown, out of use or a did:key, and changes nothing', async () => {
      const store = await contract.create()
      const rotate = has(store, 'rotate')
      const didKey = await contract.generating(store)()
      for (const unknown of unknownNames(didKey.verificationMethod)) {
        await mustFail(() => rotate(unknown), 'ERR_KEY_NOT_FOUND', unknown)
      }
      await mustFail(() => rotate(didKey.verificationMethod), 'ERR_INVALID_OPTION')
      await store.getSigner(didKey.verificationMethod)
      const key = await contract.generating(store)(named)
      await mustFail(() => rotate(name, { fragment: named.fragment }), 'ERR_KEY_EXISTS')
      await store.getSigner(name)
      for (const untouched of [didKey, key]) await mustShow(store, untouched)
      await rotate(name)
      await mustFail(() => rotate(name), 'ERR_KEY_RETIRED')
    }),
    check('rotate makes one new key, also when asked twice at the same moment', async () => {
      const store = await contract.create()
      await contract.generating(store)(named)
      const rotate = has(store, 'rotate')
      const outcomes = await Promise.allSettled([rotate(name), rotate(name)])
      must(outcomes.filter(({ status }) => status === 'fulfilled').length === 1, 'not exactly one of two was done')
      const listed = (await store.list?.()) ?? []
      must(
        listed.length === 0 || listed.filter((key) => key.controller === named.controller).length === 2,
        'a third key is there',
      )
    }),
  ]
}
