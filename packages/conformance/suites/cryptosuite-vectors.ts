import { createHash } from 'node:crypto'
import type { ContextSource, JsonObject, VerifiableCredential } from '@testamur/documents'
import { contextSource } from '@testamur/documents/contexts'
import { verifyDataIntegrityProof } from '@testamur/proofs'
import { hashTransformation, transformJcs, transformRdfc } from '@testamur/proofs/cryptosuites'
import { encodeBase58Multibase, type PublicKey, publicKeyFromMultikey, type Signer } from '@testamur/proofs/keys'
import { readReferenceBytes, readReferenceJson, readReferenceText } from '../reference.js'

// Vectors of the W3C cryptosuites: documents with their proofs, keys, and every step in between.

/** Where a folder of vectors lies, for instance `['vc-di-eddsa', 'eddsa-rdfc-2022-alumni']`. */
export type VectorFolder = readonly [string, ...string[]]

/** A key as the vectors write it. */
export interface VectorKey {
  readonly publicKeyMultibase: string
}

/** What signing a document comes to, step by step; hashes and signature in hexadecimal. */
export interface SigningSteps {
  readonly canonicalDocument: string
  readonly canonicalProofConfig: string
  readonly documentHash: string
  readonly proofConfigHash: string
  readonly hashData: string
  readonly signature: string
  readonly proofValue: string
}

/** Returns a parsed file of the vectors. */
export function readVectorJson<T = JsonObject>(...file: string[]): T {
  return readReferenceJson<T>('vectors', ...file)
}

/** Returns a source that has, besides the bundled contexts, those of the vectors that are not bundled. */
export function vectorContexts(): ContextSource {
  const bundled = contextSource()
  const index = readVectorJson<{ url: string; file: string }[]>('contexts', 'index.json')
  const others = index.filter(({ url }) => bundled(url) === undefined)
  const documents = others.map(({ url, file }) => [url, readReferenceBytes('vectors', 'contexts', file)])
  return contextSource({ documents: Object.fromEntries(documents) as Record<string, Uint8Array> })
}

/** Returns the public key of a Multikey. */
export function publicKeyOf(multikey: string): PublicKey {
  const publicKey = publicKeyFromMultikey(multikey)
  if (publicKey === undefined) throw new Error(`${multikey} is no Multikey`)
  return publicKey
}

/** Returns the public key of a did:key DID, or of a DID URL of one. */
export function publicKeyOfDidKey(didUrl: unknown): PublicKey {
  const multikey = /^did:key:(z\w+)/.exec(String(didUrl))?.[1]
  if (multikey === undefined) throw new Error(`${String(didUrl)} is no did:key`)
  return publicKeyOf(multikey)
}

/** Returns the proofs of a document with their pointers. */
export function proofsOf({ proof }: JsonObject): { readonly proof: JsonObject; readonly pointer: string }[] {
  if (!Array.isArray(proof)) return [{ proof: proof as JsonObject, pointer: '/proof' }]
  return proof.map((item, index) => ({ proof: item as JsonObject, pointer: `/proof/${index}` }))
}

/** Returns codes and pointers of what is wrong with one proof of a document. */
export async function verdictOf(
  document: JsonObject,
  options: Parameters<typeof verifyDataIntegrityProof>[1],
): Promise<string[]> {
  const problems = await verifyDataIntegrityProof(document as unknown as VerifiableCredential, options)
  return problems.map(({ code, pointer }) => `${code} ${pointer}`)
}

/** Returns the steps that a folder writes down. */
export function expectedSteps(...folder: VectorFolder): SigningSteps {
  const text = (file: string): string => readReferenceText('vectors', ...folder, file)
  return {
    canonicalDocument: text('canonical-document.txt'),
    canonicalProofConfig: text('canonical-proof-config.txt'),
    documentHash: text('document-hash.hex'),
    proofConfigHash: text('proof-config-hash.hex'),
    hashData: text('combined-hash.hex'),
    signature: text('signature.hex'),
    proofValue: text('signature.multibase.txt'),
  }
}

/** Returns the steps that our own functions take from the unsigned document and the proof configuration of a folder. */
export async function ownSteps(
  folder: VectorFolder,
  { hash, sign }: { readonly hash: 'SHA-256' | 'SHA-384'; readonly sign: Signer['sign'] },
): Promise<SigningSteps> {
  const config = readVectorJson(...folder, 'proof-config.json')
  // Ed25519Signature2020 has a context of its own, which only the signed document names.
  const document = { ...readVectorJson(...folder, 'unsigned.json'), '@context': config['@context'] }
  const isJcs = String(config.cryptosuite).includes('-jcs-')
  const transformed = isJcs
    ? transformJcs(document, config)
    : await transformRdfc(document, config, { contexts: vectorContexts(), hash })
  if (!transformed.ok) throw new Error(JSON.stringify(transformed.problems))
  const { canonicalDocument, canonicalProofConfig } = transformed
  const hexHash = (text: string): string => createHash(hash.replace('-', '')).update(text).digest('hex')
  const hashData = hashTransformation(transformed, { hash })
  const signature = await sign(hashData)
  return {
    canonicalDocument,
    canonicalProofConfig,
    documentHash: hexHash(canonicalDocument),
    proofConfigHash: hexHash(canonicalProofConfig),
    hashData: Buffer.from(hashData).toString('hex'),
    signature: Buffer.from(signature).toString('hex'),
    proofValue: encodeBase58Multibase(signature),
  }
}
