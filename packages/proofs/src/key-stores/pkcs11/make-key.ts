import { randomInt } from 'node:crypto'
import { setTimeout as wait } from 'node:timers/promises'
import { ProofsError } from '../../errors.js'
import type { PublicKey } from '../../keys/interface.js'
import type { StoredKey } from '../interface.js'
import { keyExists } from '../stored-key.js'
import type { TokenSession } from './connection.js'
import {
  CKA_CLASS,
  CKA_EC_PARAMS,
  CKA_EXTRACTABLE,
  CKA_ID,
  CKA_LABEL,
  CKA_PRIVATE,
  CKA_SENSITIVE,
  CKA_SIGN,
  CKA_TOKEN,
  CKA_VERIFY,
  CKO_DATA,
  CKO_PRIVATE_KEY,
  CKO_PUBLIC_KEY,
} from './cryptoki.js'
import { faultOf } from './cryptoki-error.js'
import type { TokenAlgorithm } from './elliptic-keys.js'
import { newKeyId, timeOfKeyId } from './key-id.js'
import type { ActionSession } from './token.js'
import { findKeys, findObjects, labelOf, readPublicKey } from './token-keys.js'

/** What stands before the name of a key until it has it. */
const unfinished = 'unfinished '

/** Returns the name that a label is, or is to become. */
export function withoutMark(label: string): string {
  return label.startsWith(unfinished) ? label.slice(unfinished.length) : label
}

/** After that long, whoever was making a key has died. */
const staleMs = 60_000

/** Until what one process wrote is seen by all. */
const settlingMs = 50

/** How long to wait for another process that makes a key of the same name. */
const patienceMs = 5_000

/** How a key is made. */
export interface MakeKeyOptions {
  readonly tokenKeys: TokenAlgorithm
  /** The name it is to have when it does not depend on the key; no second key of that name is made. */
  readonly name: string | undefined
  /** Returns the key as it is to be listed. */
  readonly stored: (publicKey: PublicKey) => StoredKey
}

/**
 * Makes a key pair on the token and returns its public part; the private key is labelled with the verification method.
 *
 * Tokens take any number of keys of one label. So a key is first made under the label `unfinished <name>`, and gets its
 * name only when no other key has or is about to get it: of two that make it at once each sees the other's. A process
 * that dies in between leaves an unfinished key, which keeps its name for a minute and is then removed by the next one.
 */
export async function makeKey(session: ActionSession, { tokenKeys, name, stored }: MakeKeyOptions): Promise<StoredKey> {
  const id = newKeyId()
  const unfinishedLabel = `${unfinished}${name ?? id.toString('hex')}`
  if (name !== undefined && isTaken(session, name)) throw keyExists(name)
  removeStale(session)
  session.beginWriting()
  try {
    const pair = await generate(session, { algorithm: tokenKeys, id, label: unfinishedLabel })
    const publicKey = readPublicKey(session, {
      handle: pair.privateKey,
      label: unfinishedLabel,
      id,
      algorithm: tokenKeys,
    })
    if (publicKey === undefined) {
      throw new ProofsError('ERR_KEY_SERVICE_RESPONSE', 'The PKCS#11 token made a key and does not show its public key')
    }
    if (name !== undefined) {
      await beSeen(session, id)
      await waitForName(session, { id, name, label: unfinishedLabel })
    }
    const key = { ...stored(publicKey), created: (timeOfKeyId(id) ?? new Date()).toISOString() }
    const label = [{ type: CKA_LABEL, value: key.verificationMethod }]
    session.api.C_SetAttributeValue(session.handle, pair.publicKey, label)
    session.api.C_SetAttributeValue(session.handle, pair.privateKey, label)
    return key
  } catch (error) {
    if (remove(session, id)) session.undoneWriting()
    throw error
  }
}

function generate(
  { api, handle }: TokenSession,
  { algorithm, id, label }: { readonly algorithm: TokenAlgorithm; readonly id: Buffer; readonly label: string },
): Promise<{ publicKey: Buffer; privateKey: Buffer }> {
  const both = [
    { type: CKA_TOKEN, value: true },
    { type: CKA_LABEL, value: label },
    { type: CKA_ID, value: id },
  ]
  return api.C_GenerateKeyPairAsync(
    handle,
    { mechanism: algorithm.generation },
    [
      ...both,
      { type: CKA_CLASS, value: CKO_PUBLIC_KEY },
      { type: CKA_PRIVATE, value: false },
      { type: CKA_VERIFY, value: true },
      { type: CKA_EC_PARAMS, value: Buffer.from(algorithm.curves[0], 'hex') },
    ],
    [
      ...both,
      { type: CKA_CLASS, value: CKO_PRIVATE_KEY },
      { type: CKA_PRIVATE, value: true },
      { type: CKA_SENSITIVE, value: true },
      { type: CKA_EXTRACTABLE, value: false },
      { type: CKA_SIGN, value: true },
    ],
  )
}

/**
 * Lets other processes see the new key, and us theirs. SoftHSM 2 looks for objects of others only after somebody else
 * made or removed one, and of two that do so at the same moment one may miss the other for ever. So a data object comes
 * and goes at moments that differ. Other tokens show what there is; those that take no data objects, too.
 */
async function beSeen(session: TokenSession, id: Buffer): Promise<void> {
  const { api, handle } = session
  await wait(randomInt(20, 80))
  try {
    const data = api.C_CreateObject(handle, [
      { type: CKA_CLASS, value: CKO_DATA },
      { type: CKA_TOKEN, value: true },
      { type: CKA_PRIVATE, value: true },
      { type: CKA_LABEL, value: `${unfinished}${id.toString('hex')}` },
    ])
    await wait(randomInt(20, 80))
    api.C_DestroyObject(handle, data)
  } catch (error) {
    if (faultOf(error) === 'lost') throw error
  }
  await wait(settlingMs)
}

/**
 * Returns once no other key is about to get the name; throws when one has it. Unfinished keys are looked for before
 * finished ones, so that none gets its name in between unseen. Of several, the one with the lowest id waits and the
 * others give up.
 */
async function waitForName(
  session: TokenSession,
  { id, name, label }: { readonly id: Buffer; readonly name: string; readonly label: string },
): Promise<void> {
  const giveUpMs = Date.now() + patienceMs
  for (;;) {
    const others = findKeys(session, { label }).filter((other) => !other.id.equals(id) && !isStale(other.id))
    if (isTaken(session, name)) throw keyExists(name)
    if (others.length === 0) return
    if (others.some((other) => other.id.compare(id) < 0) || Date.now() > giveUpMs) throw keyExists(name)
    await wait(20)
  }
}

/** True when a private key has the name, of whatever kind: other tools find theirs by its label. */
function isTaken(session: TokenSession, name: string): boolean {
  const named = [
    { type: CKA_CLASS, value: CKO_PRIVATE_KEY },
    { type: CKA_LABEL, value: name },
  ]
  return findObjects(session, named).length > 0
}

function isStale(id: Buffer): boolean {
  const time = timeOfKeyId(id)
  return time !== undefined && time.getTime() < Date.now() - staleMs
}

const isLeft = (label: string, id: Buffer): boolean => label.startsWith(unfinished) && isStale(id)

/** Removes what processes left that died. */
function removeStale(session: TokenSession): void {
  for (const key of findKeys(session)) if (isLeft(key.label, key.id)) remove(session, key.id)
  for (const data of findObjects(session, [{ type: CKA_CLASS, value: CKO_DATA }])) {
    const label = labelOf(session, data) ?? ''
    if (isLeft(label, Buffer.from(withoutMark(label), 'hex'))) session.api.C_DestroyObject(session.handle, data)
  }
}

/** Removes the objects of an id that {@link newKeyId} made. True when it is certain that there are none now. */
function remove(session: TokenSession, id: Buffer): boolean {
  try {
    for (const object of findObjects(session, [{ type: CKA_ID, value: id }])) {
      session.api.C_DestroyObject(session.handle, object)
    }
    session.mustBeThere()
    return true
  } catch {
    // The token is gone, or another process was faster; what may be left does not have the name.
    return false
  }
}
