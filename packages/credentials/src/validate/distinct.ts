import type { Finding } from './interface.js'

/** Findings without those that say what one before them says of the same place. */
export function distinct(findings: readonly Finding[]): Finding[] {
  const seen = new Set<string>()
  return findings.filter(({ pointer, message }) => {
    const statement = `${pointer} ${message}`
    return !seen.has(statement) && seen.add(statement)
  })
}
