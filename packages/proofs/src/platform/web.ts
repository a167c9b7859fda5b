import { sha256 as nobleSha256 } from '@noble/hashes/sha2.js'
import { BoundedCache } from './bounded-cache.js'
import { ed25519Pkcs8 } from './ed25519-pkcs8.js'
import type { Ed25519 } from './interface.js'
import { nobleEd25519 } from './noble-ed25519.js'

/** Returns the SHA-256 digest of bytes, or of the UTF-8 of a text; WebCrypto's is slower for what a record needs. */
export function sha256(data: Uint8Array | string): Uint8Array {
  return nobleSha256(typeof data === 'string' ? new TextEncoder().encode(data) : data)
}

/** Returns Ed25519 by WebCrypto where `subtle` has it and by noble where not; found out once, when first used. */
export function webEd25519(subtle: SubtleCrypto | undefined): Ed25519 {
  let found: Promise<Ed25519> | undefined
  const implementation = (): Promise<Ed25519> => {
    found ??= hasEd25519(subtle).then((has) => (has && subtle ? subtleEd25519(subtle) : nobleEd25519()))
    return found
  }
  return {
    keyPair: async (seed) => (await implementation()).keyPair(seed),
    verify: async (signature, data, publicKey) => (await implementation()).verify(signature, data, publicKey),
  }
}

/** Ed25519 of the engine this runs in. */
export const ed25519: Ed25519 = webEd25519(globalThis.crypto?.subtle)

async function hasEd25519(subtle: SubtleCrypto | undefined): Promise<boolean> {
  if (subtle === undefined) return false
  try {
    await importSeed(subtle, new Uint8Array(32), false)
    return true
  } catch {
    return false
  }
}

function subtleEd25519(subtle: SubtleCrypto): Ed25519 {
  const publicKeys = new BoundedCache<Promise<CryptoKey>>(512)
  return {
    async keyPair(seed) {
      // The public key comes out only of an exportable key; the one that signs stays closed.
      const { x } = await subtle.exportKey('jwk', await importSeed(subtle, seed, true))
      const key = await importSeed(subtle, seed, false)
      return {
        publicKey: Uint8Array.from(atob((x as string).replaceAll('-', '+').replaceAll('_', '/')), (c) =>
          c.charCodeAt(0),
        ),
        sign: async (data) => new Uint8Array(await subtle.sign('Ed25519', key, data as BufferSource)),
      }
    },
    async verify(signature, data, publicKey) {
      if (signature.length !== 64 || publicKey.length !== 32) return false
      const cacheKey = String.fromCharCode(...publicKey)
      const bytes = publicKey.slice()
      const imported = publicKeys.getOrMake(cacheKey, () =>
        subtle.importKey('raw', bytes, 'Ed25519', false, ['verify']),
      )
      // Engines differ in whether bytes that are no point of the curve fail here or at verification.
      const key = await imported.catch(() => undefined)
      if (key === undefined) return false
      return subtle.verify('Ed25519', key, signature as BufferSource, data as BufferSource)
    },
  }
}

function importSeed(subtle: SubtleCrypto, seed: Uint8Array, extractable: boolean): Promise<CryptoKey> {
  return subtle.importKey('pkcs8', ed25519Pkcs8(seed), 'Ed25519', extractable, ['sign'])
}
