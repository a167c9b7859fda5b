import type { KeyStore } from '../key-stores/interface.js'
import type { PublicKey, SignatureAlgorithm } from '../keys/interface.js'
import { type Contract, check, has, must, type OptionalMember } from './contract.js'
import { generationChecks } from './generation-checks.js'
import type { ContractCheck } from './interface.js'
import { exportChecks, listChecks } from './list-checks.js'
import { revocationChecks } from './revocation-checks.js'
import { rotationChecks } from './rotation-checks.js'
import { mustShow } from './shown-keys.js'
import { signingChecks } from './signing-checks.js'

/** What {@link keyStoreContract} should know about a store. */
export interface KeyStoreContractOptions {
  /** A key that every store `create` returns already has; needed when the store cannot `generate`. */
  readonly existing?: (PublicKey & { readonly verificationMethod: string }) | undefined
  /** What the store is asked to generate. Default: what it makes unasked, which for Testamur's own is `EdDSA`. */
  readonly algorithm?: SignatureAlgorithm | undefined
  /**
   * Optional members of {@link KeyStore} that this one does not have. The contract holds it to that. Keys are rotated and
   * revoked that `generate` makes: a store without it names these two as well.
   */
  readonly lacks?: readonly ('generate' | 'list' | 'exportPublic' | 'rotate' | 'revoke')[] | undefined
}

/**
 * Returns the checks that every key store of Testamur passes, for a store of your own: signatures that the public key
 * confirms, also over 5 MB where the store sets no limit and up to the limit where it does, coded errors for unknown keys and for keys out of use, no key lost
 * or made twice, the same said of a key wherever it is shown, nothing private in what it shows. Needs no test framework. A check that fails throws an `Error` saying why.
 *
 * The contract cannot see how well the keys are kept.
 *
 * @param create - makes a new store; called once per check
 * @example
 * ```ts
 * import { memoryKeyStore } from '@testamur/proofs/key-stores/memory'
 * import { keyStoreContract } from '@testamur/proofs/testing'
 *
 * for (const { name, run } of keyStoreContract(memoryKeyStore)) {
 *   await run()
 *   console.log(`passed: ${name}`)
 * }
 * ```
 */
export function keyStoreContract(
  create: () => KeyStore | Promise<KeyStore>,
  options: KeyStoreContractOptions = {},
): readonly ContractCheck[] {
  const lacks = new Set(options.lacks)
  const { algorithm } = options
  const generating: Contract['generating'] = (store) => {
    const generate = has(store, 'generate')
    return async (named) => {
      const key = await generate(algorithm ? { ...named, algorithm } : named)
      await mustShow(store, key)
      return key
    }
  }
  const contract: Contract = {
    algorithm,
    create: async () => create(),
    generating,
    async aKey(store) {
      const key = options.existing ?? (await generating(store)())
      return { key, signer: await store.getSigner(key.verificationMethod) }
    },
  }
  return [
    ...signingChecks(contract),
    ...optionalMembers.filter(([member]) => !lacks.has(member)).flatMap(([_member, checksOf]) => checksOf(contract)),
    ...Array.from(lacks, (member) =>
      check(`has no ${member}`, async () => {
        must((await create())[member] === undefined, `${member} is there, so do not name it in "lacks"`)
      }),
    ),
  ]
}

const optionalMembers: readonly (readonly [OptionalMember, (contract: Contract) => readonly ContractCheck[]])[] = [
  ['generate', generationChecks],
  ['list', listChecks],
  ['exportPublic', exportChecks],
  ['rotate', rotationChecks],
  ['revoke', revocationChecks],
]
