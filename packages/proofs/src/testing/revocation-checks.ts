import { type Contract, check, has, must, mustFail } from './contract.js'
import type { ContractCheck } from './interface.js'
import { mustBeStoredKey } from './list-checks.js'

/** What holds where a store revokes keys. */
export function revocationChecks(contract: Contract): ContractCheck[] {
  const named = { controller: 'did:web:registrar.example', fragment: 'contract-1' }
  const name = `${named.controller}#${named.fragment}`
  return [
    check('revoke ends a key, and says when', async () => {
      const store = await contract.create()
      await contract.generating(store)(named)
      const at = new Date(Date.now() - 60_000)
      const revoked = await has(store, 'revoke')(name, { at })
      mustBeStoredKey(revoked)
      must(revoked.verificationMethod === name, 'it returns another key')
      must(Date.parse(revoked.revoked ?? '') === at.getTime(), `it is revoked since ${revoked.revoked}`)
      await mustFail(() => store.getSigner(name), 'ERR_KEY_REVOKED')
      const again = await has(store, 'revoke')(name)
      must(again.revoked === revoked.revoked, 'revoking it again changes the time')
      const exported = await store.exportPublic?.(name)
      must(
        exported === undefined || exported.revoked === revoked.revoked,
        'exportPublic does not say that it is revoked',
      )
    }),
    check('revoke ends a retired key too, and a revoked key is not rotated', async () => {
      const store = await contract.create()
      await contract.generating(store)(named)
      await store.rotate?.(name)
      const revoked = await has(store, 'revoke')(name)
      must(revoked.revoked !== undefined, 'it is not revoked')
      must((store.rotate === undefined) === (revoked.retired === undefined), 'that it was retired is forgotten')
      await mustFail(() => store.getSigner(name), 'ERR_KEY_REVOKED')
      if (store.rotate) await mustFail(() => has(store, 'rotate')(name), 'ERR_KEY_REVOKED')
    }),
    check('revoke refuses unknown keys and times to come, and changes nothing', async () => {
      const store = await contract.create()
      const revoke = has(store, 'revoke')
      await mustFail(() => revoke('did:example:nobody#none'), 'ERR_KEY_NOT_FOUND')
      await contract.generating(store)(named)
      await mustFail(() => revoke(name, { at: new Date(Date.now() + 60_000) }), 'ERR_INVALID_OPTION')
      await mustFail(() => revoke(name, { at: new Date(Number.NaN) }), 'ERR_INVALID_OPTION')
      await store.getSigner(name)
    }),
  ]
}
