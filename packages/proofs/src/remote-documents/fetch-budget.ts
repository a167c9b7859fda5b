import { describeUrl, parseUrl } from '@testamur/documents/json'

/** Bounds on what one verification gets from others; the caller's own documents do not count. */
export interface FetchBudgetLimits {
  /** Most documents. Default 64. */
  readonly maxRemoteDocuments?: number | undefined
  /** Most documents from one host. Default 16. */
  readonly maxRemoteDocumentsPerHost?: number | undefined
  /** Longest time for all fetching together, in milliseconds from the first document on. Default 30,000. */
  readonly maxFetchTimeMs?: number | undefined
}

/** Whether one more document may be fetched. */
export type FetchGrant =
  | {
      readonly ok: true
      /** Returns what is aborted when the time is up. */
      readonly deadline: () => AbortSignal
      /** Returns what to say when the time is up; `undefined` before. */
      readonly lateReason: () => string | undefined
    }
  | { readonly ok: false; readonly reason: string }

/** A timer for longer than this would go off at once. */
const longestTimerMs = 2 ** 31 - 1

/** Returns the account of what one verification fetches. */
export function fetchBudget(limits: FetchBudgetLimits = {}): { grant(url: string): FetchGrant } {
  const { maxRemoteDocuments = 64, maxRemoteDocumentsPerHost = 16, maxFetchTimeMs = 30_000 } = limits
  const countByHost = new Map<string, number>()
  let count = 0
  let end: number | undefined
  let timeout: AbortSignal | undefined
  const remainingMs = (): number => (end ??= performance.now() + maxFetchTimeMs) - performance.now()
  // A timer takes longer than to look into a cache, so it is made for a fetch only.
  const deadline = (): AbortSignal =>
    (timeout ??= AbortSignal.timeout(Math.ceil(Math.min(Math.max(remainingMs(), 0), longestTimerMs))))

  return {
    grant(url) {
      const host = parseUrl(url)?.host ?? ''
      const ofHost = countByHost.get(host) ?? 0
      if (count >= maxRemoteDocuments || ofHost >= maxRemoteDocumentsPerHost) {
        const most = count >= maxRemoteDocuments ? maxRemoteDocuments : `${maxRemoteDocumentsPerHost} per host`
        return { ok: false, reason: `${describeUrl(url)} was not fetched: ${most} documents are the limit.` }
      }
      const lateReason = (): string | undefined =>
        remainingMs() > 0 && !timeout?.aborted
          ? undefined
          : `${describeUrl(url)} was not fetched: ${maxFetchTimeMs} ms for all documents together are the limit.`
      const reason = lateReason()
      if (reason !== undefined) return { ok: false, reason }
      count += 1
      countByHost.set(host, ofHost + 1)
      return { ok: true, deadline, lateReason }
    },
  }
}
