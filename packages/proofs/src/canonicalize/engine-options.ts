import type { EngineOptions } from './interface.js'

const engines: readonly unknown[] = [undefined, 'fast', 'reference', 'both']
const fallbacks: readonly unknown[] = [undefined, 'reference', 'reject']

/** An engine option that cannot be used, and what was expected. */
export interface RefusedEngineOption {
  readonly name: keyof EngineOptions
  readonly expected: string
}

/**
 * Returns the first of the engine options that means nothing, or `undefined`. `canonicalize` refuses it too; functions that
 * take {@link EngineOptions} ask before they begin, for a slip would else choose another engine in silence.
 *
 * @example
 * ```ts
 * import { refusedEngineOption } from '@testamur/proofs'
 *
 * const refused = refusedEngineOption({ crossCheckRate: 1.5 })
 * console.log(refused?.name, refused?.expected) // crossCheckRate a number from 0 to 1
 * ```
 */
export function refusedEngineOption({
  engine,
  fallback,
  crossCheckRate,
}: EngineOptions): RefusedEngineOption | undefined {
  if (!engines.includes(engine)) return { name: 'engine', expected: '"fast", "reference" or "both"' }
  if (!fallbacks.includes(fallback)) return { name: 'fallback', expected: '"reference" or "reject"' }
  const isShare = crossCheckRate === undefined || (crossCheckRate >= 0 && crossCheckRate <= 1)
  return isShare ? undefined : { name: 'crossCheckRate', expected: 'a number from 0 to 1' }
}
