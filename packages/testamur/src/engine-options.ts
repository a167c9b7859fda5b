import type { EngineOptions } from '@testamur/proofs'

const engines: readonly unknown[] = [undefined, 'fast', 'reference', 'both']
const fallbacks: readonly unknown[] = [undefined, 'reference', 'reject']

/** An option that cannot be used, and what was expected. */
interface RefusedOption {
  readonly name: keyof EngineOptions
  readonly expected: string
}

/** The first of the engine options that means nothing; a slip would else choose another engine in silence. */
export function refusedEngineOption({ engine, fallback, crossCheckRate }: EngineOptions): RefusedOption | undefined {
  if (!engines.includes(engine)) return { name: 'engine', expected: '"fast", "reference" or "both"' }
  if (!fallbacks.includes(fallback)) return { name: 'fallback', expected: '"reference" or "reject"' }
  const isShare = crossCheckRate === undefined || (crossCheckRate >= 0 && crossCheckRate <= 1)
  return isShare ? undefined : { name: 'crossCheckRate', expected: 'a number from 0 to 1' }
}
