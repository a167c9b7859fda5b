import type { GenerateKeyOptions, LocalKeyStore } from '../key-stores/interface.js'
import { generatePrivateJwk } from '../keys/private-key.js'
import { type Contract, check, must, mustFail } from './contract.js'
import type { ContractCheck } from './interface.js'

/** What holds where a store makes keys. */
export function generationChecks(contract: Contract): ContractCheck[] {
  const named: GenerateKeyOptions = { controller: 'did:web:registrar.example', fragment: 'contract-1' }
  return [
    check('generate makes a did:key from the key itself', async () => {
      const key = await contract.generating(await contract.create())()
      const { algorithm, verificationMethod, controller, publicKeyMultibase } = key
      must(
        contract.algorithm === undefined || algorithm === contract.algorithm,
        `it makes keys for ${algorithm} when asked for ${contract.algorithm}`,
      )
      must(controller === `did:key:${publicKeyMultibase}`, `the controller is ${controller}`)
      must(verificationMethod === `${controller}#${publicKeyMultibase}`, `the key is called ${verificationMethod}`)
    }),
    check('generate names the key as it is told', async () => {
      const key = await contract.generating(await contract.create())(named)
      must(key.verificationMethod === 'did:web:registrar.example#contract-1', `it is called ${key.verificationMethod}`)
      must(key.controller === named.controller, `the controller is ${key.controller}`)
    }),
    check('generate never makes a key twice', async () => {
      const generate = contract.generating(await contract.create())
      const made = await Promise.all([generate(), generate(), generate()])
      must(new Set(made.map((key) => key.publicKeyMultibase)).size === 3, 'two keys are the same')
    }),
    check('generate refuses a name that is taken with ERR_KEY_EXISTS, also at the same moment', async () => {
      const generate = contract.generating(await contract.create())
      const outcomes = await Promise.allSettled([generate(named), generate(named)])
      must(outcomes.filter(({ status }) => status === 'fulfilled').length === 1, 'not exactly one of two was made')
      await mustFail(() => generate(named), 'ERR_KEY_EXISTS')
    }),
    check('importJwk, where there is one, refuses a key that is there under another name', async () => {
      const store: Partial<LocalKeyStore> = await contract.create()
      const importJwk = store.importJwk?.bind(store)
      if (importJwk === undefined) return
      const jwk = await generatePrivateJwk({ algorithm: contract.algorithm })
      const { verificationMethod } = await importJwk(jwk, named)
      const twin = (): Promise<unknown> => importJwk(jwk, { ...named, fragment: 'contract-2' })
      await mustFail(twin, 'ERR_KEY_EXISTS')
      await store.revoke?.(verificationMethod)
      await mustFail(twin, 'ERR_KEY_EXISTS')
    }),
  ]
}
