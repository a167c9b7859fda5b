import type { JsonObject } from '@testamur/documents'
import { parseDateTime } from '../date-time.js'
import type { PublicKey } from '../keys/interface.js'
import { publicKeyFromJwk } from '../keys/jwk.js'
import { publicKeyFromMultikey } from '../keys/multikey.js'
import { type ProofsProblemCode, problem } from '../problems.js'
import type { KeyLookup } from './interface.js'

/** What a verification method is held to. */
export interface VerificationMethodOptions {
  /** Who must control the key. */
  readonly controller: string
  readonly now: Date
}

/**
 * Returns the key of a verification method (Controlled Identifiers 1.0 §2.2), or why it may not be used: another
 * controller, revoked, expired, malformed. `revoked` and `expires` also end what was signed before them: when something
 * was signed is only the signer's word.
 */
export function keyOfVerificationMethod(method: JsonObject, options: VerificationMethodOptions): KeyLookup {
  const id = String(method.id)
  if (method.controller !== options.controller) {
    return refused('key-not-issuers', `The key ${id} is not controlled by ${options.controller}.`)
  }
  for (const [member, code] of [['revoked', 'key-revoked'] as const, ['expires', 'key-expired'] as const]) {
    if (method[member] === undefined) continue
    const instant = parseDateTime(method[member])
    if (instant === undefined) return refused('key-malformed', `"${member}" of the key ${id} is no date-time.`)
    if (instant <= options.now) return refused(code, `The key ${id} is out of use since ${instant.toISOString()}.`)
  }
  const read = keyTypes[typeof method.type === 'string' && Object.hasOwn(keyTypes, method.type) ? method.type : '']
  if (read === undefined) return refused('key-unsupported', `The key ${id} is of an unsupported type.`)
  const publicKey = read(method)
  if (publicKey !== undefined) return { outcome: 'listed', publicKey }
  return refused('key-malformed', `The key ${id} is malformed, or of a kind that is not supported.`)
}

/** How each type of verification method holds its key. */
const keyTypes: Readonly<Record<string, (method: JsonObject) => PublicKey | undefined>> = {
  Multikey: ({ publicKeyMultibase }) => multikey(publicKeyMultibase),
  Ed25519VerificationKey2020({ publicKeyMultibase }) {
    const publicKey = multikey(publicKeyMultibase)
    return publicKey?.algorithm === 'EdDSA' ? publicKey : undefined
  },
  JsonWebKey: ({ publicKeyJwk }) => jwk(publicKeyJwk),
  JsonWebKey2020: ({ publicKeyJwk }) => jwk(publicKeyJwk),
}

const multikey = (value: unknown): PublicKey | undefined =>
  typeof value === 'string' ? publicKeyFromMultikey(value) : undefined

const jwk = (value: unknown): PublicKey | undefined =>
  typeof value === 'object' && value !== null ? publicKeyFromJwk(value as Readonly<Record<string, unknown>>) : undefined

function refused(code: ProofsProblemCode, detail: string): KeyLookup {
  return { outcome: 'refused', problem: problem(code, '', detail) }
}
