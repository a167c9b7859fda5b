import { childPointer, type JsonObject, type JsonValue, type Problem } from '@testamur/documents'
import { describeUrl, isObject, listOf } from '@testamur/documents/json'
import { encodeBase58Multibase } from '@testamur/proofs/keys'
import { problem } from '../../problems.js'
import type { Verification } from '../options.js'

/** What is wrong with the related resources of a credential, and what could not be looked at. */
export interface RelatedResourceProblems {
  readonly errors: readonly Problem[]
  readonly warnings: readonly Problem[]
}

/**
 * Related resources are what the issuer referred to (VCDM 2.0 §5.3). Digests are compared with the bytes that the caller
 * supplied in `documents`; nothing is fetched for their sake, since nothing here reads them. One that was supplied as an
 * object has no bytes to compare.
 */
export async function relatedResourceProblems(
  credential: JsonObject,
  { options }: Verification,
): Promise<RelatedResourceProblems> {
  const errors: Problem[] = []
  const warnings: Problem[] = []
  const seen = new Set<JsonValue | undefined>()
  const member = credential['relatedResource']
  for (const [index, resource] of listOf(member).entries()) {
    const pointer = Array.isArray(member) ? childPointer('/relatedResource', index) : '/relatedResource'
    const found = await resourceProblem(resource, pointer, seen, options.documents ?? {})
    if (found === undefined) continue
    if (found.code === 'related-resource-unchecked') warnings.push(found)
    else errors.push(found)
  }
  return { errors, warnings }
}

async function resourceProblem(
  resource: JsonValue,
  pointer: string,
  seen: Set<JsonValue | undefined>,
  documents: Readonly<Record<string, Uint8Array | object>>,
): Promise<Problem | undefined> {
  const malformed = (detail: string): Problem => problem('related-resource-malformed', pointer, detail)
  if (!isObject(resource) || typeof resource['id'] !== 'string') return malformed('It needs an `id`: a URL.')
  const { id, digestSRI, digestMultibase } = resource
  if (seen.has(id)) return malformed('Another one has the same `id`.')
  seen.add(id)
  const digests = [...listOf(digestSRI), ...listOf(digestMultibase)]
  if (digests.length === 0) return malformed('It needs `digestSRI` or `digestMultibase`.')
  const supplied = Object.hasOwn(documents, id) ? documents[id] : undefined
  if (!(supplied instanceof Uint8Array)) {
    const detail = `The digest of ${describeUrl(id)} was not compared: its bytes are not among the documents.`
    return problem('related-resource-unchecked', pointer, detail)
  }
  const written = await writtenDigests(supplied)
  if (digests.every((digest) => written.has(digest))) return undefined
  return problem(
    'related-resource-differs',
    pointer,
    `The digest is not that of the document supplied for ${describeUrl(id)}.`,
  )
}

/** Names of Subresource Integrity, and the codes and lengths of multihash. */
const hashes = [
  { name: 'SHA-256', sri: 'sha256', multihash: [0x12, 32] },
  { name: 'SHA-384', sri: 'sha384', multihash: [0x20, 48] },
  { name: 'SHA-512', sri: 'sha512', multihash: [0x13, 64] },
] as const

/** Every way to write a digest of these bytes. */
async function writtenDigests(bytes: Uint8Array): Promise<ReadonlySet<JsonValue>> {
  const written = new Set<JsonValue>()
  for (const { name, sri, multihash } of hashes) {
    const digest = new Uint8Array(await crypto.subtle.digest(name, bytes.slice()))
    const multi = Uint8Array.of(...multihash, ...digest)
    written.add(`${sri}-${base64(digest)}`)
    written.add(`u${base64(multi).replaceAll('+', '-').replaceAll('/', '_').replaceAll('=', '')}`)
    written.add(encodeBase58Multibase(multi))
  }
  return written
}

const base64 = (bytes: Uint8Array): string => btoa(String.fromCharCode(...bytes))
