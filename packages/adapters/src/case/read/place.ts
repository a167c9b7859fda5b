import { childPointer } from '@testamur/documents/json'

/** Where a value stands in the source: as problems say it (RFC 6901), and as losses do. */
export interface Place {
  readonly pointer: string
  readonly path: string
}

/** The whole document. */
export const root: Place = { pointer: '', path: '' }

/** Returns the place of a member. */
export function placeOfMember({ pointer, path }: Place, member: string): Place {
  return { pointer: childPointer(pointer, member), path: `${path}/${member}` }
}

/** Returns the place of an item of a list; losses count from 1. */
export function placeOfItem({ pointer, path }: Place, index: number): Place {
  return { pointer: childPointer(pointer, index), path: `${path}[${index + 1}]` }
}
