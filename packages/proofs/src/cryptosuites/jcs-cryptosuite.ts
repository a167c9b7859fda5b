import type { JsonObject } from '@testamur/documents'
import type { Cryptosuite } from './interface.js'
import { transformJcs } from './jcs-transformation.js'
import { type SignatureCryptosuite, signatureCryptosuite } from './signature-cryptosuite.js'

/** Returns a suite that canonicalises the JSON text with JCS (RFC 8785). */
export function jcsCryptosuite(suite: Pick<SignatureCryptosuite, 'id' | 'algorithms'>): Cryptosuite {
  return signatureCryptosuite({ ...suite, transform: transformJcs, membersFrom: contextsOf })
}

/** VC Data Integrity EdDSA Cryptosuites 1.0 §3.3.1, step 2: the proof says under which contexts it was made. */
function contextsOf({ '@context': contexts }: JsonObject): JsonObject {
  return contexts === undefined ? {} : { '@context': structuredClone(contexts) }
}
