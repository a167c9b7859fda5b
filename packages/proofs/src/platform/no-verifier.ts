import type { Verifier } from './interface.js'

/** Says no to every signature: for bytes that are no key. */
export const noVerifier: Verifier = async () => false
