import type { JsonObject } from './json/interface.js'

/** A `@context` member: URLs and inline contexts, in order (VCDM 2.0 §4.3). */
export type ContextMember = string | JsonObject

/** A proof as any securing mechanism writes it (Data Integrity 1.0 §2.1). */
export interface Proof extends JsonObject {
  type: string
}

/**
 * The envelope every verifiable credential shares, whatever it says (VCDM 1.1 and 2.0). Members of the subject, and
 * whatever a vocabulary adds, are JSON.
 */
export interface VerifiableCredential {
  '@context': readonly ContextMember[] | string
  id?: string | undefined
  type: readonly string[] | string
  issuer: string | { id: string }
  proof?: object | readonly object[] | undefined
}
