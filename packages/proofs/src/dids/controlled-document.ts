import type { JsonObject, JsonValue } from '@testamur/documents'
import { isObject, listOf } from '@testamur/documents/json'
import type { PublicKey } from '../keys/interface.js'
import { problem } from '../problems.js'
import { agreedKey } from './agreed-key.js'
import type { KeyLookup, VerificationRelationship } from './interface.js'
import { isSameKeyAs } from './same-key.js'
import { keyOfVerificationMethod, type VerificationMethodOptions } from './verification-method.js'

/** Verification relationships of Controlled Identifiers 1.0 §2.3. */
const relationships = [
  'assertionMethod',
  'authentication',
  'capabilityDelegation',
  'capabilityInvocation',
  'keyAgreement',
] as const

/** What a document and the key in it are held to. */
export interface ControlledDocumentOptions extends VerificationMethodOptions {
  /** What the document must list the key for. */
  readonly relationship: VerificationRelationship
  /**
   * True for DID documents. An issuer's profile that says nothing at all about what its keys are for may list them
   * under `verificationMethod` alone.
   */
  readonly mustSayWhatFor: boolean
}

/**
 * Returns the key of that id which a controlled identifier document (Controlled Identifiers 1.0 §2; a DID document is
 * one) lists for the relationship. Entries may be embedded or named, ids relative to the document.
 */
export function keyOfControlledDocument(
  document: JsonObject,
  id: string,
  options: ControlledDocumentOptions,
): KeyLookup {
  // A revoked key is told as revoked, although it has left assertionMethod.
  const lookups = methodsOf(document, id).map((method) => keyOfVerificationMethod(method, options))
  const lookup = agreedKey(lookups, options.names.key)
  if (lookups.some(({ outcome }) => outcome === 'refused')) return lookup
  const isListed = entriesOf(document, options.relationship, id).length > 0
  if (!isListed && (saysWhatFor(document) || options.mustSayWhatFor)) return { outcome: 'not-listed' }
  if (!isListed || lookups.length > 0) return lookup
  return {
    outcome: 'refused',
    problem: problem('key-malformed', '', `The key ${options.names.key} is listed, but not given.`),
  }
}

/** Returns that very key, under whatever id a controlled identifier document lists it for the relationship. */
export function sameKeyOfControlledDocument(
  document: JsonObject,
  publicKey: PublicKey,
  options: ControlledDocumentOptions,
): KeyLookup {
  const isSame = isSameKeyAs(publicKey)
  const ids = ['verificationMethod', ...relationships]
    .flatMap((member) => listOf(document[member]))
    .filter((entry): entry is JsonObject => isObject(entry) && entry.controller === options.controller && isSame(entry))
    .map(({ id }) => absoluteId(document, id))
  const lookups = [...new Set(ids)]
    .filter((id) => typeof id === 'string')
    .map((id) => keyOfControlledDocument(document, id, options))
  const found = (wanted: KeyLookup['outcome']): KeyLookup | undefined =>
    lookups.find(({ outcome }) => outcome === wanted)
  return found('refused') ?? found('listed') ?? { outcome: 'not-listed' }
}

/**
 * How a controlled identifier document speaks of a key that it does not hold itself: it names that key by its id, for
 * the relationship or for nothing in particular; it speaks of other keys, or of this one otherwise; or of no keys.
 */
export type KeyReference = 'named' | 'other-keys' | 'no-keys'

/** Returns how a controlled identifier document speaks of a key. */
export function keyReference(document: JsonObject, id: string, relationship: VerificationRelationship): KeyReference {
  if (!saysWhatFor(document) && document.verificationMethod === undefined) return 'no-keys'
  const naming = entriesOf(document, saysWhatFor(document) ? relationship : 'verificationMethod', id)
  return naming.length > 0 && methodsOf(document, id).length === 0 ? 'named' : 'other-keys'
}

const saysWhatFor = (document: JsonObject): boolean => relationships.some((member) => document[member] !== undefined)

function entriesOf(document: JsonObject, member: string, id: string): JsonValue[] {
  return listOf(document[member]).filter((entry) => absoluteId(document, isObject(entry) ? entry.id : entry) === id)
}

const methodsOf = (document: JsonObject, id: string): JsonObject[] =>
  ['verificationMethod', ...relationships].flatMap((member) => entriesOf(document, member, id)).filter(isObject)

function absoluteId(document: JsonObject, id: JsonValue | undefined): JsonValue | undefined {
  return typeof id === 'string' && id.startsWith('#') ? `${String(document.id)}${id}` : id
}
