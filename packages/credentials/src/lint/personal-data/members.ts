import { childPointer, type JsonValue } from '@testamur/documents/json'
import type { Located } from '../../validate/interface.js'

/** A member of an object somewhere in a document, or one of the values in its array. */
export interface Member {
  readonly name: string
  readonly value: JsonValue
  readonly pointer: string
  /** False inside what others wrote for everybody: achievements, institutions, frameworks. */
  readonly isAboutLearner: boolean
}

/** What a machine made, and what nobody reads. */
const unread: ReadonlySet<string> = new Set(['@context', 'type', 'proof', 'endorsementJwt', 'salt'])

/** Members whose objects speak of something else than the learner. */
const definitions: ReadonlySet<string> = new Set([
  'achievement',
  'alignment',
  'association',
  'creator',
  'credentialSchema',
  'credentialStatus',
  'issuer',
  'parentOrg',
  'refreshService',
  'related',
  'source',
  'termsOfUse',
])

const maxNameLength = 200

/** Yields the members of a document and of everything inside, except what nobody reads. */
export function* membersIn({ value, pointer }: Located, isAboutLearner = true): Generator<Member> {
  for (const [name, held] of Object.entries(value)) {
    // No name that tells anything is so long, and each value in its array is looked at under it.
    if (unread.has(name) || held === undefined || name.length > maxNameLength) continue
    const about = isAboutLearner && !definitions.has(name)
    yield* valuesOf({ name, value: held, pointer: childPointer(pointer, name), isAboutLearner: about })
  }
}

function* valuesOf(member: Member): Generator<Member> {
  const { name, value, pointer, isAboutLearner } = member
  if (Array.isArray(value)) {
    for (const [index, each] of value.entries()) {
      yield* valuesOf({ name, value: each, pointer: childPointer(pointer, index), isAboutLearner })
    }
    return
  }
  if (value !== null && value !== '' && !isMachineText(value)) yield member
  if (typeof value === 'object' && value !== null) yield* membersIn({ value, pointer }, isAboutLearner)
}

/** Images in place, and credentials as compact text. */
const isMachineText = (value: JsonValue): boolean =>
  typeof value === 'string' && /^(?:data:|[\w-]+\.[\w-]*\.[\w-]+$)/i.test(value)
