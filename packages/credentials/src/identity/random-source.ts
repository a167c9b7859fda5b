import { CredentialsError } from '../errors.js'
import type { RandomSource } from './interface.js'

/** The platform's generator of random bytes for cryptography. */
const platformRandom: RandomSource = (byteLength) => globalThis.crypto.getRandomValues(new Uint8Array(byteLength))

/** Returns the source of random bytes that options name; by default the platform's. */
export function randomSource({
  random = platformRandom,
}: {
  readonly random?: RandomSource | undefined
}): RandomSource {
  if (typeof random === 'function') return random
  throw new CredentialsError('ERR_INVALID_OPTION', '`random` must be a function')
}
