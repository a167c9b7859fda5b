import { TestamurError } from '@testamur/documents'
import { isObject } from '@testamur/documents/json'
import type { AdaptersErrorCode } from '../../errors.js'
import { type AnyFieldShape, type AnyShape, holdsMany, isOptional, shapeOf } from './node-shape.js'
import { transcriptShape } from './transcript-shape.js'

/**
 * Throws `ERR_INVALID_OPTION` for a value that has not the shape of a transcript, where callers without types or a file
 * can bring one. The message names the field, never what it holds.
 */
export function requireTranscript(value: unknown): void {
  const path = isObject(value) ? misshapen(value, transcriptShape, '') : ''
  if (path === undefined) return
  const what = path === '' ? 'what was given' : `${path} of what was given`
  throw new TestamurError<AdaptersErrorCode>('ERR_INVALID_OPTION', `${what} is not as a transcript has it`, {
    advice: 'Give a Transcript, with all fields that are not optional',
  })
}

/** Returns the path of the first field that holds something else than its shape says. */
function misshapen(node: Readonly<Record<string, unknown>>, shape: AnyShape, path: string): string | undefined {
  for (const [name, field] of Object.entries(shape)) {
    const fieldPath = `${path}/${name}`
    const items = itemsOf(node[name], field)
    if (items === undefined) return fieldPath
    const of = shapeOf(field)
    for (const item of items) {
      if (of === undefined ? typeof item !== 'string' : !isObject(item)) return fieldPath
      const below = of === undefined ? undefined : misshapen(item as Readonly<Record<string, unknown>>, of, fieldPath)
      if (below !== undefined) return below
    }
  }
  return undefined
}

/** The items that a field holds; `undefined` when they are not given as its shape says. */
function itemsOf(value: unknown, field: AnyFieldShape): readonly unknown[] | undefined {
  if (value === undefined) return isOptional(field) ? [] : undefined
  if (!holdsMany(field)) return [value]
  return Array.isArray(value) ? value : undefined
}
