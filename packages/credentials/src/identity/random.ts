/** Makes random bytes. Must be unpredictable: hashed identities are as hard to guess as their salts. */
export type RandomSource = (byteLength: number) => Uint8Array

/** The platform's generator of random bytes for cryptography. */
export const platformRandom: RandomSource = (byteLength) =>
  globalThis.crypto.getRandomValues(new Uint8Array(byteLength))
