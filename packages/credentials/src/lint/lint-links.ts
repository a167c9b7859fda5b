import { CredentialsError } from '../errors.js'
import { isObject } from '../validate/located.js'
import { findingOf, linksNotTried, obstacleOf, resultOf } from './findings.js'
import type { LintFinding, LintOptions, LintProfile, LintRecord, LintResult } from './interface.js'
import { lintRecord } from './lint-record.js'
import { instantOf, profileOf } from './options.js'
import { isHttps } from './read.js'

/** Options of {@link lintLinks}. */
export interface LintLinksOptions extends LintOptions {
  /**
   * Tries a web address, and says whether it opens. It gets `https:` addresses only; that they lead to no private
   * network is its own to take care of. One that throws counts as one that does not open.
   */
  readonly isReachable: (url: string, options: { readonly signal?: AbortSignal | undefined }) => Promise<boolean>
  /** Most addresses that are tried; what is left over is reported. Default 100. */
  readonly maxUrls?: number | undefined
  /** How many are tried at a time. Default 4. */
  readonly concurrency?: number | undefined
  /** Stops trying. The promise is then rejected with its reason. */
  readonly signal?: AbortSignal | undefined
}

/**
 * Says which web addresses that a reader of a badge or learner record is sent to do not open: those of criteria (Q03)
 * and of achievements (Q13), each distinct address once, without its fragment. It has no network of its own: the caller
 * brings `isReachable`. What can be said of addresses without trying them is for `lint`.
 *
 * @throws `ERR_INVALID_OPTION` for a profile that there is not or whose members are malformed, for a `now` that is no
 * time, and for bounds that are no whole numbers from 1 on.
 * @example
 * ```ts
 * import { lintLinks } from '@testamur/credentials/lint'
 *
 * const { findings } = await lintLinks(JSON.parse('{ "type": ["VerifiableCredential", "OpenBadgeCredential"] }'), {
 *   isReachable: async (url, { signal }) => (await fetch(url, { method: 'HEAD', signal: signal ?? null })).ok,
 * })
 * for (const { pointer, message } of findings) console.log(pointer, message)
 * ```
 */
export async function lintLinks(document: unknown, options: LintLinksOptions): Promise<LintResult> {
  const { isReachable, maxUrls = 100, concurrency = 4, signal } = options
  const profile = profileOf(options)
  const now = instantOf(options)
  requireCount('maxUrls', maxUrls)
  requireCount('concurrency', concurrency)
  const obstacle = obstacleOf(document)
  if (obstacle !== undefined || !isObject(document)) return resultOf(obstacle === undefined ? [] : [obstacle])
  const links = linksOf(lintRecord({ value: document, pointer: '' }, profile.settings, now), profile)
  const waiting = [...links.keys()].slice(0, maxUrls)
  const dead = new Set<string>()
  const worker = async (): Promise<void> => {
    for (let url = waiting.shift(); url !== undefined; url = waiting.shift()) {
      signal?.throwIfAborted()
      if (!(await opens(url, isReachable, signal))) dead.add(url)
    }
  }
  await Promise.all(Array.from({ length: Math.min(concurrency, waiting.length) }, worker))
  const findings = [...links].flatMap(([url, each]) => (dead.has(url) ? each : []))
  const left = links.size - maxUrls
  return resultOf(left > 0 ? [...findings, linksNotTried(left, maxUrls)] : findings)
}

/** The findings that each address is good for if it does not open, in the order of the rules. */
function linksOf(record: LintRecord, profile: LintProfile): ReadonlyMap<string, readonly LintFinding[]> {
  const links = new Map<string, LintFinding[]>()
  for (const rule of profile.rules) {
    rule.links?.(record, (url, code, pointer, message) => {
      const finding = findingOf(profile, rule, code, pointer, message)
      if (finding === undefined || !isHttps(url)) return
      const page = withoutFragment(url)
      const known = links.get(page)
      if (known === undefined) links.set(page, [finding])
      else known.push(finding)
    })
  }
  return links
}

function withoutFragment(url: string): string {
  const parsed = new URL(url)
  parsed.hash = ''
  return parsed.href
}

async function opens(
  url: string,
  isReachable: LintLinksOptions['isReachable'],
  signal: AbortSignal | undefined,
): Promise<boolean> {
  try {
    return await isReachable(url, { signal })
  } catch {
    signal?.throwIfAborted()
    return false
  }
}

function requireCount(option: string, value: number): void {
  if (Number.isInteger(value) && value >= 1) return
  throw new CredentialsError('ERR_INVALID_OPTION', `The option ${option} is no whole number from 1 on`)
}
