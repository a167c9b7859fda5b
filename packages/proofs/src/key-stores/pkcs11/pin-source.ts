import { ProofsError } from '../../errors.js'

/** Where a store's PIN comes from. */
export interface PinSource {
  /**
   * Returns the PIN.
   * @throws {ProofsError} `ERR_KEY_SERVICE_DENIED` for one that the token has refused: a few tries lock it.
   */
  ask(): Promise<string>
  /** Never gives this PIN again. */
  reject(pin: string): void
}

/** Returns the source over a PIN, or over a function that asks for it whenever the token wants a login. */
export function pinSource(pin: string | (() => string | Promise<string>)): PinSource {
  let rejected: string | undefined
  return {
    async ask() {
      const answer = typeof pin === 'function' ? await pin() : pin
      if (typeof answer !== 'string' || answer === '') {
        throw new ProofsError('ERR_INVALID_OPTION', 'The PIN of a PKCS#11 token may not be empty')
      }
      if (answer !== rejected) return answer
      throw new ProofsError('ERR_KEY_SERVICE_DENIED', 'The PKCS#11 token has refused this PIN already', {
        advice: 'Make a new key store with the right PIN; the same one is not tried twice, since tokens lock',
      })
    },
    reject(wrong) {
      rejected = wrong
    },
  }
}
