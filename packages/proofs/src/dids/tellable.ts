import type { Problem } from '@testamur/documents'
import { isObject } from '@testamur/documents/json'
import type { VerificationRelationship } from './interface.js'

/** Returns why something was not obtained, as messages may tell it: of a holder nothing that could repeat an id. */
export function tellable(cause: Problem, relationship: VerificationRelationship): string {
  return relationship === 'authentication' ? `${cause.title}.` : cause.detail
}

/** True for what has the shape of a problem, whoever made it. */
export function isProblem(value: unknown): value is Problem {
  const members = isObject(value) ? [value.type, value.code, value.title, value.detail, value.pointer] : [undefined]
  return members.every((member) => typeof member === 'string')
}
