import { refuseOption } from './check-options.js'
import type { Verification, VerifyLimits } from './options.js'

type Limits = Verification['limits']

const defaultLimits: Limits = {
  maxBytes: 16 * 1024 * 1024,
  maxDepth: 128,
  maxInnerCredentials: 10_000,
  maxInnerDepth: 4,
  maxProofs: 8,
  maxRemoteDocuments: 64,
  maxRemoteDocumentsPerHost: 16,
  maxStatusListBytes: 16 * 1024 * 1024,
  maxFetchTimeMs: 30_000,
}

const names = Object.keys(defaultLimits) as (keyof Limits)[]

/**
 * Returns the limits that are set, read by name, so that inherited ones count, and the defaults of all others. They are whole
 * numbers, which nothing that is counted goes beyond.
 *
 * @throws {TestamurError} `ERR_INVALID_OPTION`, naming a limit that is no number from 0.
 */
export function limitsOf(set: VerifyLimits | undefined): Limits {
  if (set === undefined) return defaultLimits
  const limits: { -readonly [Name in keyof Limits]: number } = { ...defaultLimits }
  for (const name of names) {
    const limit: unknown = set[name]
    if (limit === undefined) continue
    if (!(typeof limit === 'number' && limit >= 0)) refuseOption(`limits.${name}`, 'a number, 0 or more')
    limits[name] = Math.floor(Math.min(limit, Number.MAX_SAFE_INTEGER))
  }
  // Beyond the default, the walks over a document would run out of stack.
  limits.maxDepth = Math.min(limits.maxDepth, defaultLimits.maxDepth)
  return limits
}
