import { TestamurError } from '@testamur/documents'
import type { KeyStore } from '../key-stores/interface.js'
import type { PublicKey, SignatureAlgorithm, Signer } from '../keys/interface.js'
import type { ContractCheck } from './interface.js'

/** Members of {@link KeyStore} that a store need not have. */
export type OptionalMember = Exclude<keyof KeyStore, 'getSigner'>

/** A store under check, and how it is asked for keys. */
export interface Contract {
  readonly algorithm: SignatureAlgorithm | undefined
  create(): Promise<KeyStore>
  /** The store's `generate`, for keys of the algorithm; what it returns is shown to be what the store has. */
  generating(store: KeyStore): NonNullable<KeyStore['generate']>
  aKey(store: KeyStore): Promise<{ key: PublicKey & { readonly verificationMethod: string }; signer: Signer }>
}

/** The message that a Data Integrity proof signs: 64 bytes. */
export const hashData = (): Uint8Array => Uint8Array.from({ length: 64 }, (_, index) => index)

/**
 * Names that no key of the store has, most of them much like one that has: its fragment under another controller, more
 * behind it, its fragment alone; and what every object of JavaScript has.
 */
export function unknownNames(verificationMethod: string): readonly string[] {
  const fragment = verificationMethod.slice(verificationMethod.indexOf('#'))
  const alike = [`did:example:nobody${fragment}`, `${verificationMethod}-unknown`, `${verificationMethod} `, fragment]
  return ['did:example:nobody#none', ...alike, 'constructor', '__proto__', 'toString', '']
}

/** Makes a check; what the store throws where it should not fails it. */
export function check(name: string, run: () => Promise<void>): ContractCheck {
  return {
    name,
    async run() {
      await run().catch((error: unknown) => {
        if (error instanceof BrokenContractError) throw error
        throw new BrokenContractError(`it throws ${String(error)}`)
      })
    },
  }
}

class BrokenContractError extends Error {
  constructor(otherwise: string) {
    super(`This key store breaks the contract: ${otherwise}`)
  }
}

/** Returns an optional member of a store; fails the check when it is not there. */
export function has<Member extends OptionalMember>(store: KeyStore, member: Member): NonNullable<KeyStore[Member]> {
  const found = store[member]
  must(found !== undefined, `it has no ${member}: name that in "lacks", and a key it holds in "existing"`)
  return (found as (...parameters: unknown[]) => unknown).bind(store) as NonNullable<KeyStore[Member]>
}

/** Fails the check unless an action throws an error of that code; `name` is the key that it is about. */
export async function mustFail(action: () => Promise<unknown>, code: string, name?: string): Promise<void> {
  const error = await action().then(
    () => undefined,
    (thrown: unknown) => thrown,
  )
  const about = name === undefined ? '' : ` for ${JSON.stringify(name)}`
  must(error !== undefined, `nothing was thrown instead of ${code}${about}`)
  must(
    TestamurError.isInstance(error) && error.code === code,
    `another error than ${code} was thrown${about}: ${String(error)}`,
  )
}

/** Fails the check unless the condition holds. */
export function must(condition: boolean, otherwise: string): asserts condition {
  if (!condition) throw new BrokenContractError(otherwise)
}
