// PBKDF2 is made to take its time, and tests open the same key stores again and again: here a process derives each key
// once. What is derived, and with how many rounds, stays as it is.
import { once } from './once.mjs'

const base64 = (bytes) => Buffer.from(bytes).toString('base64')

function deriveOnce(subtle) {
  const { deriveBits, importKey } = subtle
  const passphrases = new WeakMap()
  const derived = new Map()

  subtle.importKey = async function (format, bytes, algorithm, ...rest) {
    const passphrase = (algorithm?.name ?? algorithm) === 'PBKDF2' ? base64(bytes) : undefined
    const key = await importKey.call(this, format, bytes, algorithm, ...rest)
    if (passphrase !== undefined) passphrases.set(key, passphrase)
    return key
  }
  subtle.deriveBits = async function (algorithm, key, length) {
    if (!passphrases.has(key)) return deriveBits.call(this, algorithm, key, length)
    const { name, hash, iterations, salt } = algorithm
    const id = JSON.stringify([passphrases.get(key), name, hash, iterations, base64(salt), length])
    if (!derived.has(id)) derived.set(id, deriveBits.call(this, algorithm, key, length))
    return (await derived.get(id)).slice()
  }
}

once('derive once', () => deriveOnce(globalThis.crypto.subtle))
