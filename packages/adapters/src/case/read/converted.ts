import { isObject } from '@testamur/documents/json'
import type { CfValueKind } from '../model/structure.js'

/**
 * Returns a primitive value as its kind wants it: a number as text, digits as a number. `undefined` where that cannot be
 * told.
 */
export function converted(kind: CfValueKind, value: unknown): { value: unknown; isConverted: boolean } {
  const [found, isConverted] = convert(kind, value)
  return { value: found, isConverted }
}

function convert(kind: CfValueKind, value: unknown): [value: unknown, isConverted: boolean] {
  switch (kind) {
    case 'number':
    case 'integer': {
      const number = typeof value === 'string' && /^\s*-?\d+(\.\d+)?\s*$/.test(value) ? Number(value) : value
      const isFine = typeof number === 'number' && (kind === 'number' || Number.isInteger(number))
      return [isFine ? number : undefined, number !== value]
    }
    case 'extensions':
      return [isObject(value) || (Array.isArray(value) && value.every(isObject)) ? value : undefined, false]
    default:
      if (typeof value === 'string') return [value, false]
      return [typeof value === 'number' || typeof value === 'boolean' ? String(value) : undefined, true]
  }
}
