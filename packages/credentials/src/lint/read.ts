import { parseUrl } from '@testamur/documents/json'
import type { Located } from '../validate/interface.js'
import { isObject, memberOf } from '../validate/located.js'

/** Returns the text of a member, in all the languages it is given in; `''` where there is none. */
export function textAt({ value }: Located, member: string): string {
  const held = memberOf(value, member)
  if (typeof held === 'string') return held.trim()
  return isObject(held) ? Object.values(held).filter(isText).join('\n').trim() : ''
}

/** Returns the texts that a member holds, as its value or in its array. */
export function textsAt({ value }: Located, member: string): string[] {
  const held = memberOf(value, member)
  return (Array.isArray(held) ? held : [held]).filter(isText)
}

/** Returns the number of a member, also where it is written as a text. */
export function numberAt({ value }: Located, member: string): number | undefined {
  const held = memberOf(value, member)
  if (typeof held === 'number') return held
  return typeof held === 'string' ? numberIn(held) : undefined
}

/** Returns the number that a decimal text is, with or without a percent sign; `undefined` for anything else. */
export function numberIn(text: string): number | undefined {
  const [, number] = /^([+-]?\d+(?:\.\d+)?)\s?%?$/.exec(text.trim()) ?? []
  return number === undefined ? undefined : Number(number)
}

/** True for a web address that is safe to open. */
export const isHttps = (text: string): boolean => /^https:\/\/[^\s]+$/i.test(text) && parseUrl(text) !== undefined

/** Returns a pattern for any of these words and phrases, standing as words of their own; none matches nothing. */
export function phrasePattern(phrases: readonly string[]): RegExp {
  const literal = phrases.map((phrase) => phrase.replaceAll(/[.*+?^${}()|[\]\\/]/g, '\\$&'))
  return literal.length === 0
    ? /(?!)/
    : new RegExp(`(?<![\\p{L}\\p{N}])(?:${literal.join('|')})(?![\\p{L}\\p{N}])`, 'iu')
}

const isText = (value: unknown): value is string => typeof value === 'string'
