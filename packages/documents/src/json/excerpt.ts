/**
 * What a terminal or a log would act upon instead of showing it: control characters, separators of lines, marks that turn
 * the direction of writing, halves of surrogate pairs.
 */
const unprintable = /[\p{Cc}\p{Cs}\p{Zl}\p{Zp}\p{Bidi_Control}]/gu

/**
 * Returns what a stranger wrote as a message may repeat it: what is not to be shown replaced by �, and cut with … after
 * `maxLength` UTF-16 code units, by default 80. Hides no secrets: URLs are for {@link describeUrl}.
 *
 * @example
 * ```ts
 * import { excerpt } from '@testamur/documents/json'
 *
 * console.log(excerpt('Transcript\n', 8)) // Transcri…
 * console.log(excerpt('one\ntwo')) // one�two
 * ```
 */
export function excerpt(text: string, maxLength = 80): string {
  if (text.length <= maxLength) return text.replace(unprintable, '�')
  // Without the half of a pair that the cut may have left.
  const start = text.slice(0, maxLength).replace(/[\uD800-\uDBFF]$/, '')
  return `${start.replace(unprintable, '�')}…`
}
