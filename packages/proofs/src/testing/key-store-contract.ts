import { TestamurError } from '@testamur/documents'
import type { GenerateKeyOptions, KeyStore, StoredKey } from '../key-stores/interface.js'
import type { PublicKey, SignatureAlgorithm, Signer } from '../keys/interface.js'
import { decodeMultikey } from '../keys/multikey.js'
import { verifySignature } from '../keys/signature.js'
import type { ContractCheck } from './interface.js'

/** What {@link keyStoreContract} should know about a store. */
export interface KeyStoreContractOptions {
  /** A key that every store `create` returns already has; needed when the store cannot `generate`. */
  readonly existing?: (PublicKey & { readonly verificationMethod: string }) | undefined
  /** What the store is asked to generate. Default: what it makes unasked, which for Testamur's own is `EdDSA`. */
  readonly algorithm?: SignatureAlgorithm | undefined
  /** Optional members of {@link KeyStore} that this one does not have. The contract holds it to that. */
  readonly lacks?: readonly ('generate' | 'list' | 'exportPublic')[] | undefined
}

/**
 * Returns the checks that every key store of Testamur passes, for a store of your own: signatures that the public key
 * confirms, coded errors for unknown keys, no key lost or made twice, nothing private in what it shows. Needs no test
 * framework. A check that fails throws an `Error` saying why.
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
  const generating = (store: KeyStore): Generate => {
    const generate = has(store, 'generate')
    return (named) => generate(algorithm ? { ...named, algorithm } : named)
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
    ...signing(contract),
    ...(lacks.has('generate') ? [] : generation(contract)),
    ...(lacks.has('list') ? [] : listing(contract)),
    ...(lacks.has('exportPublic') ? [] : exporting(contract)),
    ...Array.from(lacks, (member) =>
      check(`has no ${member}`, async () => {
        must((await create())[member] === undefined, `${member} is there, so do not name it in "lacks"`)
      }),
    ),
  ]
}

type Generate = NonNullable<KeyStore['generate']>

interface Contract {
  readonly algorithm: SignatureAlgorithm | undefined
  create(): Promise<KeyStore>
  /** The store's `generate`, for keys of the algorithm. */
  generating(store: KeyStore): Generate
  aKey(store: KeyStore): Promise<{ key: PublicKey & { readonly verificationMethod: string }; signer: Signer }>
}

/** Bytes of a raw signature, and of the message that a Data Integrity proof signs. */
const signatureBytes: Readonly<Record<SignatureAlgorithm, number | undefined>> = {
  EdDSA: 64,
  ES256: 64,
  ES384: 96,
  RS256: undefined,
}
const hashData = (): Uint8Array => Uint8Array.from({ length: 64 }, (_, index) => index)

function signing(contract: Contract): ContractCheck[] {
  const signed = async (data: Uint8Array): Promise<void> => {
    const { key, signer } = await contract.aKey(await contract.create())
    const signature = await signer.sign(data)
    must(signature instanceof Uint8Array, 'sign must return a Uint8Array')
    const length = signatureBytes[signer.algorithm]
    must(
      length === undefined || signature.length === length,
      `a ${signer.algorithm} signature has ${length} bytes, not ${signature.length}; is it DER?`,
    )
    must(await verifySignature(data, { signature, publicKey: key }), 'the public key does not confirm the signature')
    const other = Uint8Array.of(...data, 1)
    must(!(await verifySignature(other, { signature, publicKey: key })), 'the signature also fits other data')
  }
  return [
    check('getSigner names the key and its algorithm', async () => {
      const { key, signer } = await contract.aKey(await contract.create())
      must(signer.verificationMethod === key.verificationMethod, 'the signer names another verification method')
      must(signer.algorithm === key.algorithm, `the signer says ${signer.algorithm}, the key ${key.algorithm}`)
      must(signer.maxMessageBytes === undefined || signer.maxMessageBytes >= 64, 'proofs need messages of 64 bytes')
    }),
    check('sign signs 64 bytes, as a Data Integrity proof needs', () => signed(hashData())),
    check('sign signs one byte', () => signed(Uint8Array.of(7))),
    check('sign leaves the data as it is', async () => {
      const { signer } = await contract.aKey(await contract.create())
      const data = hashData()
      await signer.sign(data)
      must(data.join() === hashData().join(), 'the data was changed')
    }),
    check('twenty signatures at once are each their own', async () => {
      const { key, signer } = await contract.aKey(await contract.create())
      const messages = Array.from({ length: 20 }, (_, index) => Uint8Array.of(index, ...hashData()))
      const signatures = await Promise.all(messages.map((message) => signer.sign(message)))
      for (const [index, message] of messages.entries()) {
        const signature = signatures[index] ?? new Uint8Array()
        const good = await verifySignature(message, { signature, publicKey: key })
        must(good, `signature ${index} is not over message ${index}`)
      }
    }),
    check('getSigner refuses an unknown key with ERR_KEY_NOT_FOUND', async () => {
      const store = await contract.create()
      await mustFail(() => store.getSigner('did:example:nobody#none'), 'ERR_KEY_NOT_FOUND')
    }),
    check('store and signer show nothing of the key', async () => {
      const store = await contract.create()
      const { signer } = await contract.aKey(store)
      for (const [what, value] of Object.entries({ store, signer })) {
        const shown = JSON.stringify(value) ?? ''
        must(!/"(d|privateKey\w*|secretKey\w*|seed)":/.test(shown), `JSON of the ${what} has a private member`)
      }
    }),
  ]
}

function generation(contract: Contract): ContractCheck[] {
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
  ]
}

function listing(contract: Contract): ContractCheck[] {
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

function exporting(contract: Contract): ContractCheck[] {
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

const storedKeyMembers = ['algorithm', 'controller', 'created', 'publicKeyMultibase', 'verificationMethod']

function mustBeStoredKey(key: StoredKey): void {
  must(Object.keys(key).toSorted().join() === storedKeyMembers.join(), `its members are ${Object.keys(key).join()}`)
  must(decodeMultikey(key.publicKeyMultibase)?.algorithm === key.algorithm, 'publicKeyMultibase is no such key')
  must(key.verificationMethod.startsWith(key.controller), 'the key is not named under its controller')
  must(/^\d{4}-\d\d-\d\dT[\d:.]+(Z|[+-]\d\d:\d\d)$/.test(key.created), `created is ${key.created}`)
}

function check(name: string, run: () => Promise<void>): ContractCheck {
  return { name, run }
}

function has<Member extends 'generate' | 'list' | 'exportPublic'>(
  store: KeyStore,
  member: Member,
): NonNullable<KeyStore[Member]> {
  const found = store[member]
  must(found !== undefined, `it has no ${member}: name that in "lacks", and a key it holds in "existing"`)
  return (found as (...parameters: unknown[]) => unknown).bind(store) as NonNullable<KeyStore[Member]>
}

async function mustFail(action: () => Promise<unknown>, code: string): Promise<void> {
  const error = await action().then(
    () => undefined,
    (thrown: unknown) => thrown,
  )
  must(error !== undefined, `nothing was thrown instead of ${code}`)
  must(
    TestamurError.isInstance(error) && error.code === code,
    `another error than ${code} was thrown: ${String(error)}`,
  )
}

function must(condition: boolean, otherwise: string): void {
  if (!condition) throw new Error(`This key store breaks the contract: ${otherwise}`)
}
