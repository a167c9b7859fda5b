import type { ContextSource } from '@testamur/documents'
import type { CanonicalizationCache, CanonicalizeResult } from './interface.js'

/** The canonical forms of one document under one source of contexts, by what else they depend on. */
type Forms = Map<string, Promise<CanonicalizeResult>>

/**
 * Returns a cache that lets several proofs of one document share its canonical form. Make one per verification: it must
 * not outlive the call that made it, since a document that is changed afterwards would still be found under its old
 * form.
 *
 * @example
 * ```ts
 * import { contextSource } from '@testamur/documents/contexts'
 * import { addProof, canonicalizationCache, verifyDataIntegrityProof } from '@testamur/proofs'
 * import { memoryKeyStore } from '@testamur/proofs/key-stores/memory'
 *
 * const keys = memoryKeyStore()
 * const publicKey = await keys.generate()
 * const credential = {
 *   '@context': ['https://www.w3.org/ns/credentials/v2'],
 *   type: ['VerifiableCredential'],
 *   issuer: publicKey.controller,
 * }
 * const contexts = contextSource()
 * const signer = await keys.getSigner(publicKey.verificationMethod)
 * const once = await addProof(credential, { signer, contexts })
 * const twice = await addProof(once, { signer, contexts })
 * const cache = canonicalizationCache()
 * for (const pointer of ['/proof/0', '/proof/1']) {
 *   console.log(await verifyDataIntegrityProof(twice, { publicKey, contexts, pointer, cache })) // []
 * }
 * ```
 */
export function canonicalizationCache(): CanonicalizationCache {
  const byContexts = new WeakMap<ContextSource, WeakMap<object, Forms>>()
  return {
    getOrMake(document, { contexts, hash = 'SHA-256', engine = 'fast', fallback = 'reference' }, make) {
      const byDocument = byContexts.get(contexts) ?? new WeakMap<object, Forms>()
      byContexts.set(contexts, byDocument)
      const forms: Forms = byDocument.get(document) ?? new Map()
      byDocument.set(document, forms)
      const key = `${hash} ${engine} ${fallback}`
      const form = forms.get(key) ?? make()
      forms.set(key, form)
      return form
    },
  }
}
