import type { JsonObject, JsonValue, Problem } from '@testamur/documents'
import { jsonValueProblem } from '@testamur/documents/json'
import { problem } from '../problems.js'
import type { CanonicalizeOptions } from './interface.js'

const defaultFallbackLimits = { maxCharacters: 1_000_000, timeoutMs: 20_000 } as const

/** Why a document that the fast path declined was not read. */
export interface NotRead {
  readonly ok: false
  readonly problems: readonly Problem[]
}

/**
 * Has the reference read what the fast path declined, within a budget: a document made to be declined would otherwise
 * cost a hundred times as much as any other.
 *
 * @param reason - why it was declined
 * @param read - reads it, until the signal says that it took too long
 */
export async function fallBack<Result>(
  document: JsonObject,
  reason: string,
  options: Pick<CanonicalizeOptions, 'fallback' | 'fallbackLimits' | 'signal'>,
  read: (signal: AbortSignal) => Promise<Result>,
): Promise<Result | NotRead> {
  if (options.fallback === 'reject') {
    const detail = `The document is not read on the fast path (${reason}), and nothing slower is allowed.`
    return { ok: false, problems: [problem('canonicalization-declined', '', detail)] }
  }
  options.signal?.throwIfAborted()
  const notJson = jsonValueProblem(document)
  if (notJson !== undefined) return { ok: false, problems: [notJson] }
  const { maxCharacters = defaultFallbackLimits.maxCharacters } = options.fallbackLimits ?? {}
  const { timeoutMs = defaultFallbackLimits.timeoutMs } = options.fallbackLimits ?? {}
  if (charactersOf(document) > maxCharacters) return tooMuch(reason)
  const started = performance.now()
  const budget = AbortSignal.timeout(timeoutMs)
  try {
    const result = await read(options.signal === undefined ? budget : AbortSignal.any([options.signal, budget]))
    // jsonld.js does not let timers run, so no signal can tell in time.
    return performance.now() - started > timeoutMs ? tooMuch(reason) : result
  } catch (error) {
    options.signal?.throwIfAborted()
    if (budget.aborted) return tooMuch(reason)
    throw error
  }
}

const maxTypes = 100

/** The length of its text; infinite with a node of very many types, for each of which the reference copies all terms. */
function charactersOf(document: JsonObject): number {
  let added = 0
  const text = JSON.stringify(document, (name, value: JsonValue) => {
    if (Array.isArray(value) && value.length > maxTypes && /^@?type$/.test(name)) added = Number.POSITIVE_INFINITY
    return value
  })
  return text.length + added
}

function tooMuch(reason: string): NotRead {
  const detail = `The document is not read on the fast path (${reason}), and is too large for the slower one.`
  return { ok: false, problems: [problem('canonicalization-limit', '', detail)] }
}
