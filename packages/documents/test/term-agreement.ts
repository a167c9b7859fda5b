import type { TermFault, TermFaultCode } from '../src/terms/index.js'
import type { SafeModeReport } from './safe-mode.js'

/** Events about contexts. jsonld.js ignores what they name, unless in safe mode. */
export const contextEvents: readonly string[] = [
  'reserved term',
  'reserved @id value',
  'reserved @reverse value',
  'relative @vocab reference',
  'invalid @language value',
]

/** Events about references that stay relative, whichever way they were written. */
const referenceEvents = [
  'relative @id reference',
  'relative subject reference',
  'relative object reference',
  'relative graph reference',
  'reserved @id value',
]

/** Errors about what a document says, not about its contexts. */
const documentErrors =
  /^(colliding keywords|conflicting indexes|invalid (@(id|type|index|included|nest|reverse|set|graph)( or list)? (value|object)|(language-tagged|typed|set or list|value|list) .*|language map value|reverse property (map|value)|base direction|type value))$/

/**
 * Returns in which way our judgement of the names in a document contradicts that of jsonld.js, or `undefined` when it does
 * not. What was not checked contradicts nothing.
 */
export function disagreement(faults: readonly TermFault[], report: SafeModeReport): string | undefined {
  const ours = (...codes: TermFaultCode[]): readonly TermFault[] => faults.filter(({ code }) => codes.includes(code))
  const theirs = (...codes: string[]): string[] =>
    report.events.filter(({ code }) => codes.includes(code)).map(({ name }) => name)
  const names = (code: TermFaultCode): string[] => ours(code).map(({ name }) => String(name))

  if (ours('terms-not-checked').length > 0) return undefined
  const isOurContext = ours('context-unknown', 'context-conflict', 'context-invalid').length > 0
  if (report.error !== undefined) {
    if (documentErrors.test(report.error)) return undefined
    return isOurContext ? undefined : `we accept the contexts, jsonld.js says: ${report.error}`
  }
  if (isOurContext)
    return theirs(...contextEvents).length > 0 ? undefined : 'we refuse a context that jsonld.js accepts'

  const terms = [theirs('invalid property'), names('term-undefined')] as const
  if (!isSameBag(...terms)) return `undefined terms: ${terms[0]} there, ${terms[1]} here`
  const relative = theirs(...referenceEvents)
  const identifiers = names('identifier-relative')
  const [theirTypes, ourTypes] = [theirs('relative @type reference'), names('type-undefined')]
  if (theirTypes.some((name) => !ourTypes.includes(name))) return `types: ${theirTypes} there, ${ourTypes} here`
  if (relative.length > 0 && identifiers.length + ourTypes.length === 0) return `relative there: ${relative}`

  // The rest jsonld.js only says of what it converts: not of a relative subject, nor of what it drops for other reasons.
  const isDropped = report.events.some(({ code }) => !/^(invalid property|relative @type reference)$/.test(code))
  if (isDropped || report.hasEmptyReference || !report.isConverted) return undefined
  // `@json`, and the keys of type maps, only show as references.
  const types = ourTypes.filter((name) => !theirTypes.includes(name))
  if (types.length > 0) return `types: ${types} are fine there`
  return report.events.length === 0 && identifiers.length > 0 ? `relative here only: ${identifiers}` : undefined
}

function isSameBag(one: readonly string[], other: readonly string[]): boolean {
  return one.length === other.length && one.toSorted().join('\n') === other.toSorted().join('\n')
}
