import { type Contract, check, has, must, mustFail, unknownNames } from './contract.js'
import type { ContractCheck } from './interface.js'
import { mustShow } from './shown-keys.js'

/** What holds where a store revokes keys. */
export function revocationChecks(contract: Contract): ContractCheck[] {
  const named = { controller: 'did:web:registrar.example', fragment: 'contract-1' }
  const name = `${named.controller}#${named.fragment}`
  return [
    check('revoke ends a key, and says when', async () => {
      const store = await contract.create()
      await contract.generating(store)(named)
      const other = await contract.generating(store)()
      const at = new Date(Date.now() - 60_000)
      const revoked = await has(store, 'revoke')(name, { at })
      for (const key of [revoked, other]) await mustShow(store, key)
      must(revoked.verificationMethod === name, 'it returns another key')
      must(Date.parse(revoked.revoked ?? '') === at.getTime(), `it is revoked since ${revoked.revoked}`)
      await mustFail(() => store.getSigner(name), 'ERR_KEY_REVOKED')
      const again = await has(store, 'revoke')(name)
      must(again.revoked === revoked.revoked, 'revoking it again changes the time')
      await mustShow(store, again)
    }),
    check('revoke ends a retired key too, and a revoked key is not rotated', async () => {
      const store = await contract.create()
      await contract.generating(store)(named)
      const current = (await store.rotate?.(name))?.current
      const revoked = await has(store, 'revoke')(name)
      for (const key of [revoked, ...(current ? [current] : [])]) await mustShow(store, key)
      must(revoked.revoked !== undefined, 'it is not revoked')
      must((store.rotate === undefined) === (revoked.retired === undefined), 'that it was retired is forgotten')
      await mustFail(() => store.getSigner(name), 'ERR_KEY_REVOKED')
      if (store.rotate) await mustFail(() => has(store, 'rotate')(name), 'ERR_KEY_REVOKED')
    }),
    check('revoke refuses unknown keys and times to come, and changes nothing', async () => {
      const store = await contract.create()
      const revoke = has(store, 'revoke')
      const key = await contract.generating(store)(named)
      for (const unknown of unknownNames(name)) await mustFail(() => revoke(unknown), 'ERR_KEY_NOT_FOUND', unknown)
      await mustFail(() => revoke(name, { at: new Date(Date.now() + 60_000) }), 'ERR_INVALID_OPTION')
      await mustFail(() => revoke(name, { at: new Date(Number.NaN) }), 'ERR_INVALID_OPTION')
      await store.getSigner(name)
      await mustShow(store, key)
    }),
  ]
}
