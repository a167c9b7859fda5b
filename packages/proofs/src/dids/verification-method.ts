import type { JsonObject, JsonValue } from '@testamur/documents'
import type { SignatureAlgorithm } from '../keys/interface.js'
import { isUnknownJwk, publicKeyFromJwk } from '../keys/jwk.js'
import { type ProofsProblemCode, problem } from '../problems.js'
import { isUnsupportedMultikey, verificationKeyFromMultikey } from './bbs-public-key.js'
import type { KeyLookup, KeyNames } from './interface.js'
import { outOfUse } from './key-lifetime.js'

/** What a verification method is held to. */
export interface VerificationMethodOptions {
  /** Who must control the key. */
  readonly controller: string
  readonly now: Date
  readonly names: KeyNames
}

/** How each type of verification method holds its key. */
interface KeyForm {
  readonly members: readonly ('publicKeyMultibase' | 'publicKeyJwk')[]
  /** The only algorithm its keys may have. */
  readonly algorithm?: SignatureAlgorithm | undefined
}

const keyForms: Readonly<Record<string, KeyForm>> = {
  Multikey: { members: ['publicKeyMultibase'] },
  JsonWebKey: { members: ['publicKeyJwk'] },
  JsonWebKey2020: { members: ['publicKeyJwk'] },
  Ed25519VerificationKey2020: { members: ['publicKeyMultibase'], algorithm: 'EdDSA' },
  EcdsaSecp256r1VerificationKey2019: { members: ['publicKeyMultibase', 'publicKeyJwk'], algorithm: 'ES256' },
}

/** A key whose private half was published proves nothing. */
const secretMembers = ['secretKeyMultibase', 'secretKeyJwk', 'privateKeyMultibase', 'privateKeyJwk', 'privateKeyBase58']

/**
 * Returns the key of a verification method (Controlled Identifiers 1.0 §2.2), or why it may not be used: another
 * controller, revoked, expired, malformed.
 */
export function keyOfVerificationMethod(method: JsonObject, options: VerificationMethodOptions): KeyLookup {
  const { controller, now, names } = options
  const name = names.key
  if (method.controller !== controller) {
    return refused('key-not-issuers', `The key ${name} is not controlled by ${names.controller}.`)
  }
  const ended = outOfUse(method, { name, now })
  if (ended !== undefined) return { outcome: 'refused', problem: ended }
  if (secretMembers.some((member) => member in method)) {
    return refused('key-malformed', `The key ${name} is published with its private half, so anybody can use it.`)
  }
  const { type } = method
  const form = typeof type === 'string' && Object.hasOwn(keyForms, type) ? keyForms[type] : undefined
  if (form === undefined) return refused('key-unsupported', `The key ${name} is of an unsupported type.`)
  const member = form.members.find((each) => method[each] !== undefined)
  if (member === undefined) return malformed(name)
  const key = method[member]
  const found = member === 'publicKeyJwk' ? keyOfJwk(key, { name, now }) : keyOfMultikey(key, name)
  const isOther =
    found.outcome === 'listed' && form.algorithm !== undefined && found.publicKey.algorithm !== form.algorithm
  return isOther ? malformed(name) : found
}

/** Returns the key of a published JWK, or why it may not be used: revoked, expired, not yet in use, malformed. */
export function keyOfJwk(
  jwk: JsonValue | undefined,
  { name, now }: { readonly name: string; readonly now: Date },
): KeyLookup {
  if (typeof jwk !== 'object' || jwk === null || Array.isArray(jwk)) return malformed(name)
  const ended = outOfUse(jwk, { name, now })
  if (ended !== undefined) return { outcome: 'refused', problem: ended }
  const publicKey = publicKeyFromJwk(jwk)
  if (publicKey !== undefined) return { outcome: 'listed', publicKey }
  return isUnknownJwk(jwk) ? unsupported(name) : malformed(name)
}

function keyOfMultikey(multikey: JsonValue | undefined, name: string): KeyLookup {
  if (typeof multikey !== 'string') return malformed(name)
  const publicKey = verificationKeyFromMultikey(multikey)
  if (publicKey !== undefined) return { outcome: 'listed', publicKey }
  return isUnsupportedMultikey(multikey) ? unsupported(name) : malformed(name)
}

const malformed = (name: string): KeyLookup =>
  refused('key-malformed', `The key ${name} is not well formed, too weak, private, or not for signatures of its kind.`)

/** The kinds of keys that are supported, for messages. */
const supportedKinds = 'Ed25519, P-256, P-384, RSA, and as Multikey BLS12-381 G2'

const unsupported = (name: string): KeyLookup =>
  refused('key-unsupported', `The key ${name} is of a kind that is not supported. Supported are ${supportedKinds}.`)

function refused(code: ProofsProblemCode, detail: string): KeyLookup {
  return { outcome: 'refused', problem: problem(code, '', detail) }
}
