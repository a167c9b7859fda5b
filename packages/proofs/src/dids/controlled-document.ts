import type { JsonObject, JsonValue } from '@testamur/documents'
import { problem } from '../problems.js'
import type { KeyLookup } from './interface.js'
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
  /**
   * True for DID documents. An issuer's profile that says nothing at all about what its keys are for may list them
   * under `verificationMethod` alone.
   */
  readonly mustListForAssertion: boolean
}

/**
 * Returns the key of that id which a controlled identifier document (Controlled Identifiers 1.0 §2; a DID document is
 * one) lists for making assertions. Entries may be embedded or named, ids relative to the document.
 */
export function keyOfControlledDocument(
  document: JsonObject,
  id: string,
  options: ControlledDocumentOptions,
): KeyLookup {
  const methods = methodsOf(document, id)

  // A revoked key is told as revoked, although it has left assertionMethod.
  const lookups = methods.map((method) => keyOfVerificationMethod(method, options))
  const refused = lookups.find(({ outcome }) => outcome === 'refused')
  if (refused !== undefined) return refused

  const saysWhatFor = relationships.some((member) => document[member] !== undefined)
  const isListed = entriesOf(document, 'assertionMethod', id).length > 0
  if (!isListed && (saysWhatFor || options.mustListForAssertion || methods.length === 0))
    return { outcome: 'not-listed' }

  const [first, ...others] = lookups
  const isAmbiguous = others.some((other) => keyText(other) !== keyText(first))
  if (first !== undefined && !isAmbiguous) return first
  const detail = isAmbiguous ? 'is given as different keys' : 'is listed, but not given'
  return { outcome: 'refused', problem: problem('key-malformed', '', `The key ${id} ${detail}.`) }
}

/**
 * Returns how a controlled identifier document speaks of a key that it does not hold itself: it names that key by its
 * id, for making assertions or for nothing in particular; it speaks of other keys, or of this one otherwise; or of no
 * keys.
 */
export function keyReference(document: JsonObject, id: string): 'named' | 'other-keys' | 'no-keys' {
  const saysWhatFor = relationships.some((member) => document[member] !== undefined)
  if (!saysWhatFor && document.verificationMethod === undefined) return 'no-keys'
  const naming = entriesOf(document, saysWhatFor ? 'assertionMethod' : 'verificationMethod', id)
  return naming.length > 0 && methodsOf(document, id).length === 0 ? 'named' : 'other-keys'
}

function entriesOf(document: JsonObject, member: string, id: string): JsonValue[] {
  return toArray(document[member]).filter((entry) => absoluteId(document, isObject(entry) ? entry.id : entry) === id)
}

const methodsOf = (document: JsonObject, id: string): JsonObject[] =>
  ['verificationMethod', ...relationships].flatMap((member) => entriesOf(document, member, id)).filter(isObject)

const keyText = (lookup: KeyLookup | undefined): string | undefined =>
  lookup?.outcome === 'listed' ? lookup.publicKey.publicKeyMultibase : undefined

function absoluteId(document: JsonObject, id: JsonValue | undefined): JsonValue | undefined {
  return typeof id === 'string' && id.startsWith('#') ? `${String(document.id)}${id}` : id
}

function toArray(value: JsonValue | undefined): JsonValue[] {
  if (value === undefined) return []
  return Array.isArray(value) ? value : [value]
}

const isObject = (value: JsonValue): value is JsonObject =>
  typeof value === 'object' && value !== null && !Array.isArray(value)
