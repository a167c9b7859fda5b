import nodeModule from 'node:module'
import path from 'node:path'
import { ProofsError } from '../../errors.js'
import { semaphore } from '../semaphore.js'
import { CKF_OS_LOCKING_OK, type Pkcs11 } from './cryptoki.js'
import { CKR_CRYPTOKI_ALREADY_INITIALIZED, CKR_CRYPTOKI_NOT_INITIALIZED, returnValueOf } from './cryptoki-error.js'

/** A PKCS#11 module that is initialised. There is one of it in a process, whoever uses it. */
export interface LoadedModule {
  readonly api: Pkcs11
  /** Counts how often the module was initialised anew: handles are good for one epoch only. */
  readonly epoch: () => number
  /** Runs what calls the module across an `await`; the module is not initialised anew meanwhile. */
  use<T>(action: () => Promise<T>): Promise<T>
  /** The same for what writes: one after the other, since SoftHSM fails when two sessions make objects at once. */
  write<T>(action: () => Promise<T>): Promise<T>
  /**
   * Initialises the module anew, which some need to see a token that was away, unless that was done since `epoch`. Does
   * nothing to a module that somebody else in the process initialised.
   */
  restart(epoch: number): Promise<void>
}

/** What is loaded, by path or by the object that the caller loaded: PKCS#11 allows one C_Initialize in a process. */
const byPath = new Map<string, Promise<LoadedModule>>()
const byObject = new WeakMap<Pkcs11, LoadedModule>()

/**
 * Returns a module, loaded when it is first asked for. It stays loaded: others in the process may use it.
 * @throws {ProofsError} `ERR_KEY_SERVICE_NOT_INSTALLED`, `ERR_KEY_SERVICE_UNAVAILABLE`
 */
export async function loadedModule(module: string | Pkcs11): Promise<LoadedModule> {
  if (typeof module !== 'string') return initialized(module)
  const loading = byPath.get(module) ?? load(module).then(initialized)
  byPath.set(module, loading)
  loading.catch(() => byPath.delete(module))
  return loading
}

async function load(file: string): Promise<Pkcs11> {
  const { PKCS11 } = await loadPkcs11js()
  try {
    const module = new PKCS11()
    module.load(file)
    return module as object as Pkcs11
  } catch (cause) {
    throw new ProofsError('ERR_KEY_SERVICE_UNAVAILABLE', `The PKCS#11 module ${file} could not be loaded`, {
      advice: 'Give the path of the shared library that came with the token',
      cause,
    })
  }
}

/** What is used of the package pkcs11js. */
interface Pkcs11Js {
  readonly PKCS11: new () => { load(path: string): void }
}

/** Stands apart from its import, so that bundlers leave alone a package that is compiled where it is installed. */
const packageName: string = 'pkcs11js'

async function loadPkcs11js(): Promise<Pkcs11Js> {
  try {
    const imported = (await import(packageName).catch(fromApplication)) as Pkcs11Js & { readonly default?: Pkcs11Js }
    // Node shows what a package in CommonJS exports as `default`.
    return imported.default ?? imported
  } catch (cause) {
    throw new ProofsError('ERR_KEY_SERVICE_NOT_INSTALLED', 'The package pkcs11js could not be loaded', {
      advice:
        'Install it: npm install pkcs11js (it is compiled, which takes Python and a C++ compiler). If it is where only your ' +
        'application finds it, load the module there, and give that: const pkcs11 = new PKCS11(); pkcs11.load(path); { module: pkcs11 }',
      cause,
    })
  }
}

/**
 * Loads the package from beside the application: when that links to ours (`npm install ../folder`), Node looks beside the
 * folder that the link leads to. Code without a file, as of `node --eval`, is looked for where Node itself does: here.
 */
function fromApplication(error: unknown): Pkcs11Js {
  if ((error as { code?: unknown }).code !== 'ERR_MODULE_NOT_FOUND') throw error
  const [, program = ''] = process.argv
  return nodeModule.createRequire(path.isAbsolute(program) ? program : path.join(process.cwd(), 'eval.js'))(
    packageName,
  ) as Pkcs11Js
}

function initialized(api: Pkcs11): LoadedModule {
  const known = byObject.get(api)
  if (known !== undefined) return known
  const isOurs = initialize(api)
  let epoch = 0
  let calls = 0
  let restarting: Promise<void> | undefined
  let becomeIdle: (() => void) | undefined

  const restart = async (): Promise<void> => {
    // PKCS#11 §5.4: C_Finalize while another thread calls the module is undefined.
    if (calls > 0) await new Promise<void>((resolve) => (becomeIdle = resolve))
    try {
      api.C_Finalize()
    } catch (error) {
      // Whoever finalized it before left nothing to do.
      if (returnValueOf(error) !== CKR_CRYPTOKI_NOT_INITIALIZED) throw error
    }
    epoch += 1
    initialize(api)
  }
  const inTurn = semaphore(1)
  const module: LoadedModule = {
    api,
    write: (action) => inTurn(() => module.use(action)),
    epoch: () => epoch,
    async use(action) {
      await restarting?.catch(() => {})
      calls += 1
      try {
        return await action()
      } finally {
        calls -= 1
        if (calls === 0) becomeIdle?.()
      }
    },
    async restart(seen) {
      if (!isOurs || seen !== epoch) return
      restarting ??= restart().finally(() => {
        restarting = undefined
        becomeIdle = undefined
      })
      await restarting
    },
  }
  byObject.set(api, module)
  return module
}

/** False when somebody else did: the application itself, or another thread. */
function initialize(api: Pkcs11): boolean {
  try {
    api.C_Initialize({ flags: CKF_OS_LOCKING_OK })
    return true
  } catch (error) {
    if (returnValueOf(error) === CKR_CRYPTOKI_ALREADY_INITIALIZED) return false
    throw error
  }
}
