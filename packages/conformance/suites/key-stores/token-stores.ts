import { verifySignature } from '@testamur/proofs/keys'
import { expect } from 'vitest'
import { type Pkcs11Process, type Pkcs11Processes, pkcs11Processes, type RemoteStore } from './pkcs11-process.js'
import { pin, type SoftHsm, softHsm, softHsmModule } from './soft-hsm.js'

/** Path of the module; suites without one are skipped. */
export const module: string = softHsmModule ?? ''
export const tokenLabel = 'registrar'

/** Makes tokens, and stores on them in processes of their own. */
export interface TokenStores {
  readonly processes: Pkcs11Processes
  /** Returns a folder with tokens of these labels; of `registrar` unless there are any. */
  machine(...labels: string[]): Promise<SoftHsm>
  /** Opens a store in a new process. */
  openStore(hsm: SoftHsm, options?: object): Promise<RemoteStore & { readonly process: Pkcs11Process }>
  /** Ends the processes and removes the tokens. */
  remove(): Promise<void>
}

export async function tokenStores(): Promise<TokenStores> {
  const processes = await pkcs11Processes()
  const machines: SoftHsm[] = []
  return {
    processes,
    async machine(...labels) {
      const made = await softHsm()
      machines.push(made)
      for (const label of labels.length > 0 ? labels : [tokenLabel]) await made.addToken(label)
      return made
    },
    async openStore(hsm, options = {}) {
      const process = processes.start(hsm.environment)
      return { ...(await process.open({ module, tokenLabel, pin, ...options })), process }
    },
    async remove() {
      await processes.stop()
      for (const machine of machines) await machine.remove()
    },
  }
}

/** Signs messages, all at once, and checks the signatures. */
export async function signs(store: RemoteStore, name: string, ...messages: Uint8Array[]): Promise<void> {
  const publicKey = await store.exportPublic(name)
  const signer = await store.getSigner(name)
  const data = messages.length > 0 ? messages : [Uint8Array.of(1, 2, 3)]
  const signatures = await Promise.all(data.map((message) => signer.sign(message)))
  for (const [index, message] of data.entries()) {
    const signature = signatures[index] ?? new Uint8Array()
    expect(await verifySignature(message, { signature, publicKey })).toBe(true)
  }
}
