import { inspect } from 'node:util'
import { type Pkcs11KeyStore, type Pkcs11KeyStoreOptions, pkcs11KeyStore } from '@testamur/proofs/key-stores/pkcs11'
import type { Signer } from '@testamur/proofs/keys'
import pkcs11js from 'pkcs11js'

// A process with stores on a token. PKCS#11 modules are a matter of a whole process: of its environment, its login.

/** A call of another process: of a store, by number, or of what stands beside it. */
export interface Call {
  readonly id: number
  readonly store: number
  readonly member: keyof typeof members
  readonly parameters: readonly never[]
}

/** What became of a call. An error is shown as whoever logs it would see it. */
export type Outcome =
  | { readonly id: number; readonly result: unknown }
  | { readonly id: number; readonly code: string; readonly shown: string }

const stores = new Map<number, Pkcs11KeyStore>()
const signers = new Map<string, Signer>()
const store = (number: number): Pkcs11KeyStore => stores.get(number) as Pkcs11KeyStore

const members = {
  open(number: number, { isLoaded, ...options }: Pkcs11KeyStoreOptions & { isLoaded?: boolean }): void {
    stores.set(number, pkcs11KeyStore({ ...options, module: isLoaded ? loaded(options.module) : options.module }))
  },
  generate: (number: number, options?: object) => store(number).generate(options),
  list: (number: number) => store(number).list(),
  exportPublic: (number: number, name: string) => store(number).exportPublic(name),
  close: (number: number) => store(number).close(),
  async getSigner(number: number, name: string): Promise<Omit<Signer, 'sign'>> {
    const signer = await store(number).getSigner(name)
    signers.set(`${number} ${name}`, signer)
    const { sign: _, ...rest } = signer
    return rest
  },
  sign: async (number: number, name: string, data: Uint8Array) => signers.get(`${number} ${name}`)?.sign(data),
  shown: (number: number) => inspect(store(number), { depth: 9, showHidden: true }) + JSON.stringify(store(number)),
  /** Ends all sessions of the process behind the back of its stores. */
  closeAllSessions(_: number, module: string) {
    const api = loaded(module)
    for (const slot of api.C_GetSlotList(true)) api.C_CloseAllSessions(slot)
  },
  /** Logs the process out behind the back of its stores. */
  logOut(_: number, module: string) {
    const api = loaded(module)
    const [slot] = api.C_GetSlotList(true)
    if (slot) api.C_Logout(api.C_OpenSession(slot, pkcs11js.CKF_SERIAL_SESSION))
  },
  /** Returns what a token answers to whoever asks it for private keys themselves. */
  privateValues(_: number, module: string): string[] {
    const api = loaded(module)
    const [slot] = api.C_GetSlotList(true)
    if (slot === undefined) return []
    const session = api.C_OpenSession(slot, pkcs11js.CKF_SERIAL_SESSION)
    api.C_FindObjectsInit(session, [{ type: pkcs11js.CKA_CLASS, value: pkcs11js.CKO_PRIVATE_KEY }])
    const keys = api.C_FindObjects(session, 100)
    api.C_FindObjectsFinal(session)
    return keys.map((key) => {
      try {
        return api.C_GetAttributeValue(session, key, [{ type: pkcs11js.CKA_VALUE }])[0]?.value.toString() ?? ''
      } catch (error) {
        return (error as Error).message
      }
    })
  },
}

/** The module as the application itself would load it. */
function loaded(module: string | object): pkcs11js.PKCS11 {
  const api = new pkcs11js.PKCS11()
  api.load(String(module))
  return api
}

process.on('message', async ({ id, store, member, parameters }: Call) => {
  try {
    const call = members[member] as (number: number, ...parameters: unknown[]) => unknown
    process.send?.({ id, result: await call(store, ...parameters) } satisfies Outcome)
  } catch (error) {
    const { code } = error as { code?: unknown }
    process.send?.({ id, code: String(code), shown: inspect(error, { depth: 9 }) } satisfies Outcome)
  }
})
