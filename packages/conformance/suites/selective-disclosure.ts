import type { ContextSource, JsonObject, VerifiableCredential } from '@testamur/documents'
import { contextSource } from '@testamur/documents/contexts'
import {
  deriveCredential,
  type SelectiveDisclosureCryptosuiteId,
  verifyDerivedProof,
} from '@testamur/proofs/selective-disclosure'
import { readReferenceJson } from '../reference.js'

/** An entry of an index of vectors. */
export interface Entry {
  readonly file: string
  readonly expected: string
  readonly cryptosuite: string
  readonly kind?: string
  readonly feature?: string
}

/** A credential with one proof. */
export type Signed = JsonObject & { readonly proof: JsonObject }

const read = <T>(...parts: string[]): T => readReferenceJson<T>('vectors', ...parts)

/** Returns the credential in a file of the vectors. */
export const readSigned = (folder: string, file: string): Signed => read<Signed>(folder, ...file.split('/'))

/** Returns the entries of an index that are of a cryptosuite. */
export function entriesOf(folder: string, cryptosuite: SelectiveDisclosureCryptosuiteId): Entry[] {
  return read<Entry[]>(folder, 'index.json').filter((entry) => entry.cryptosuite === cryptosuite)
}

/** Returns a source of the contexts that the vectors use. */
export function vectorContexts(): ContextSource {
  const files = {
    'https://w3id.org/citizenship/v4rc1': 'citizenship-v4rc1.jsonld',
    'https://www.w3.org/ns/credentials/examples/v2': 'credentials-examples-v2.jsonld',
  }
  const documents = Object.entries(files).map(([url, file]) => [url, read<object>('contexts', file)] as const)
  return contextSource({ documents: Object.fromEntries(documents) })
}

/** Returns the key that a did:key names, with or without a fragment. */
export function keyOf({ proof }: Signed): string {
  return String(proof.verificationMethod)
    .replace(/^did:key:/, '')
    .replace(/#.*/, '')
}

/** Returns the codes of what is wrong with the proof of a credential. */
export async function codes(
  { proof, ...document }: JsonObject & { readonly proof: JsonObject },
  options: Parameters<typeof verifyDerivedProof>[2],
): Promise<string[]> {
  return (await verifyDerivedProof(document, proof, options)).map(({ code }) => code)
}

/** Derives a credential from one of the vectors. */
export function derive(base: Signed, options: Parameters<typeof deriveCredential>[1]): Promise<Signed> {
  return deriveCredential(base as unknown as VerifiableCredential, options)
}
