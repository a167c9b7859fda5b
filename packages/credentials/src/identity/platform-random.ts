import type { RandomSource } from './interface.js'

/** The platform's generator of random bytes for cryptography. */
export const platformRandom: RandomSource = (byteLength) =>
  globalThis.crypto.getRandomValues(new Uint8Array(byteLength))
