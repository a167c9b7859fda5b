import { ProofsError } from '../../errors.js'

/** A passphrase, or what asks for it. */
export type PassphraseSource = string | (() => string | Promise<string>)

/** A passphrase that is asked for when it is first needed. */
export interface Passphrase {
  ask(): Promise<string>
  /** Makes sure that it is asked for again: it was wrong. */
  forget(): void
  /** Takes another one in its place. */
  replace(passphrase: string): void
}

/** Returns the passphrase of a source, which is asked at most once until it is told that the answer was wrong. */
export function passphraseFrom(source: PassphraseSource): Passphrase {
  let current = source
  let answer: Promise<string> | undefined
  const forget = (): void => {
    answer = undefined
  }
  return {
    ask: () => {
      answer ??= askFor(current)
      answer.catch(forget)
      return answer
    },
    forget,
    replace: (passphrase) => {
      current = passphrase
      forget()
    },
  }
}

/**
 * Returns the passphrase of a source.
 * @throws {ProofsError} `ERR_INVALID_OPTION` when it is empty; and what the source throws.
 */
export async function askFor(source: PassphraseSource): Promise<string> {
  const text = typeof source === 'function' ? await source() : source
  if (typeof text === 'string' && text !== '') return text
  throw new ProofsError('ERR_INVALID_OPTION', 'The passphrase of a key store may not be empty')
}
