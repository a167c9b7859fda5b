import type { PublicKey } from '../../keys/interface.js'
import type { TokenSession } from './connection.js'
import {
  CKA_ALWAYS_AUTHENTICATE,
  CKA_CLASS,
  CKA_EC_PARAMS,
  CKA_EC_POINT,
  CKA_ID,
  CKA_KEY_TYPE,
  CKA_LABEL,
  CKK_EC,
  CKK_EC_EDWARDS,
  CKO_PRIVATE_KEY,
  CKO_PUBLIC_KEY,
  type Pkcs11Attribute,
} from './cryptoki.js'
import { CKR_ATTRIBUTE_TYPE_INVALID, CKR_OBJECT_HANDLE_INVALID, returnValueOf } from './cryptoki-error.js'
import { algorithmOfCurve, publicKeyOfPoint, type TokenAlgorithm } from './elliptic-keys.js'

/** How a key is found on a token: by one of them, by both, or every key. */
export interface KeyLabel {
  readonly label?: string | undefined
  readonly id?: Buffer | undefined
}

/** A private key on a token. */
export interface TokenKey {
  readonly handle: Buffer
  readonly label: string
  readonly id: Buffer
  readonly algorithm: TokenAlgorithm
}

const maxObjects = 10_000

/** Returns the private keys that have a label and an id; those of kinds that are not known here are left out. */
export function findKeys(session: TokenSession, { label, id }: KeyLabel = {}): readonly TokenKey[] {
  const found = findObjects(session, [
    { type: CKA_CLASS, value: CKO_PRIVATE_KEY },
    ...(label === undefined ? [] : [{ type: CKA_LABEL, value: label }]),
    ...(id === undefined ? [] : [{ type: CKA_ID, value: id }]),
  ])
  const keys = found.flatMap((handle) => readKey(session, handle) ?? [])
  if (keys.length === 0) session.mustBeThere()
  return keys
}

/** Returns a private key; undefined when it is of another kind, or has been removed since it was found. */
function readKey(session: TokenSession, handle: Buffer): TokenKey | undefined {
  try {
    const keyType = attribute(session, handle, CKA_KEY_TYPE).readUInt32LE()
    if (keyType !== CKK_EC && keyType !== CKK_EC_EDWARDS) return undefined
    const algorithm = algorithmOfCurve(attribute(session, handle, CKA_EC_PARAMS))
    const label = attribute(session, handle, CKA_LABEL).toString('utf8')
    return algorithm && { handle, label, id: attribute(session, handle, CKA_ID), algorithm }
  } catch (error) {
    if (returnValueOf(error) !== CKR_OBJECT_HANDLE_INVALID) throw error
    session.mustBeThere()
    return undefined
  }
}

/** Returns the public key that belongs to a private one. Anybody who reaches the token may have put it there. */
export function readPublicKey(session: TokenSession, { label, id, algorithm }: TokenKey): PublicKey | undefined {
  const [publicKey] = findObjects(session, [
    { type: CKA_CLASS, value: CKO_PUBLIC_KEY },
    { type: CKA_KEY_TYPE, value: algorithm.keyType },
    id.length > 0 ? { type: CKA_ID, value: id } : { type: CKA_LABEL, value: label },
  ])
  return publicKey && publicKeyOfPoint(algorithm, attribute(session, publicKey, CKA_EC_POINT))
}

/** Returns the raw signature by a private key. */
export async function signWith(session: TokenSession, key: TokenKey, data: Uint8Array): Promise<Uint8Array> {
  const { api, handle } = session
  const { mechanism, signatureBytes, toBeSigned } = key.algorithm
  const wantsLogin = isAskingForPin(session, key)
  api.C_SignInit(handle, { mechanism }, key.handle)
  if (wantsLogin) await session.logInForOperation()
  return new Uint8Array(await api.C_SignAsync(handle, Buffer.from(toBeSigned(data)), Buffer.alloc(signatureBytes)))
}

/** True for keys that want the PIN for every signature (PKCS#11 2.40 §4.9, CKA_ALWAYS_AUTHENTICATE). */
function isAskingForPin(session: TokenSession, key: TokenKey): boolean {
  try {
    return attribute(session, key.handle, CKA_ALWAYS_AUTHENTICATE)[0] === 1
  } catch (error) {
    if (returnValueOf(error) === CKR_ATTRIBUTE_TYPE_INVALID) return false
    throw error
  }
}

/** Returns the handles of the objects that have all these attributes. */
export function findObjects({ api, handle }: TokenSession, template: readonly Pkcs11Attribute[]): readonly Buffer[] {
  api.C_FindObjectsInit(handle, [...template])
  const found = api.C_FindObjects(handle, maxObjects)
  api.C_FindObjectsFinal(handle)
  return found
}

/** Returns the labels of all private keys, of whatever kind. */
export function labelsOfKeys(session: TokenSession): readonly string[] {
  const found = findObjects(session, [{ type: CKA_CLASS, value: CKO_PRIVATE_KEY }])
  if (found.length === 0) session.mustBeThere()
  return found.flatMap((handle) => labelOf(session, handle) ?? [])
}

/** Returns the label of an object; undefined when it has been removed since it was found. */
export function labelOf(session: TokenSession, object: Buffer): string | undefined {
  try {
    return attribute(session, object, CKA_LABEL).toString('utf8')
  } catch (error) {
    if (returnValueOf(error) !== CKR_OBJECT_HANDLE_INVALID) throw error
    session.mustBeThere()
    return undefined
  }
}

function attribute({ api, handle }: TokenSession, object: Buffer, type: number): Buffer {
  return api.C_GetAttributeValue(handle, object, [{ type }])[0]?.value ?? Buffer.alloc(0)
}
