import type { ResultStatusType } from '@testamur/credentials'
import type { ResultDraft } from './record-draft.js'

/** Returns a result of no particular kind for every text; none without one. */
export function textResult(name: string, value: string | readonly string[] | undefined): ResultDraft[] {
  const values = typeof value === 'string' ? [value] : (value ?? [])
  return values.map((text) => ({ description: { name, resultType: 'Result' }, value: text }))
}

/** Returns such results that share a name: what each text is about stands before it. */
export function labelledResult(
  name: string,
  label: string,
  value: string | readonly string[] | undefined,
): ResultDraft[] {
  return textResult(
    name,
    [value ?? []].flat().map((text) => `${label}: ${text}`),
  )
}

/**
 * Returns the result that says how far the learner has come: the status that Open Badges has for a code, and the code
 * itself as its value. A code without a status is a text.
 */
export function statusResult(
  name: string,
  code: string | undefined,
  statuses: ReadonlyMap<string, ResultStatusType>,
): ResultDraft[] {
  const status = code === undefined ? undefined : statuses.get(code)
  if (status === undefined) return textResult(name, code)
  return [{ description: { name, resultType: 'Status' }, value: code, status }]
}
