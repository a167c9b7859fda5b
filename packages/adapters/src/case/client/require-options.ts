import { TestamurError } from '@testamur/documents'
import { describeUrl, isObject, parseUrl } from '@testamur/documents/json'
import type { AdaptersErrorCode } from '../../errors.js'
import type { CaseClientOptions } from './interface.js'

/** Longest time that a timer of the platform can be set to: one that is longer goes off at once. */
const longestTimerMs = 2 ** 31 - 1

const numbers = [
  ['timeoutMs', 1, longestTimerMs],
  ['maxBytes', 1, Number.POSITIVE_INFINITY],
  ['maxDocuments', 1, Number.POSITIVE_INFINITY],
  ['maxAttempts', 1, Number.POSITIVE_INFINITY],
  ['maxWaitMs', 0, longestTimerMs],
] as const

/** Throws `ERR_INVALID_OPTION` for options that no request can be made with; none is made with a part of them. */
export function requireOptions(options: CaseClientOptions): void {
  if (!isObject(options)) throw invalid('baseUrl is missing')
  const { baseUrl, version, clientCredentials } = options
  const url = requireUrl('baseUrl', baseUrl)
  if (url.search !== '' || url.hash !== '') throw invalid('baseUrl has a query or a fragment: leave it out')
  if (version !== undefined && version !== '1.0' && version !== '1.1') throw invalid('version is neither 1.0 nor 1.1')
  for (const [name, least, most] of numbers) requireNumber(name, options[name], least, most)
  if (clientCredentials !== undefined) requireCredentials(clientCredentials)
}

/** The error for an option; the message holds no value. */
export function invalid(what: string): TestamurError<AdaptersErrorCode> {
  return new TestamurError('ERR_INVALID_OPTION', `the option ${what}`)
}

/** True for text that can be sent: half a surrogate pair has no encoding. */
export function isSendable(text: unknown): text is string {
  return typeof text === 'string' && !/\p{Surrogate}/u.test(text)
}

function requireCredentials(credentials: NonNullable<CaseClientOptions['clientCredentials']>): void {
  if (!isObject(credentials)) throw invalid('clientCredentials is no object')
  const { tokenUrl, clientId, clientSecret, scope } = credentials
  requireUrl('clientCredentials.tokenUrl', tokenUrl)
  for (const [name, text] of Object.entries({ clientId, clientSecret, scope: scope ?? 'none' })) {
    if (!isSendable(text) || text === '') throw invalid(`clientCredentials.${name} is missing, or no text`)
  }
}

function requireUrl(option: string, text: unknown): URL {
  const url = typeof text === 'string' ? parseUrl(text) : undefined
  if (url === undefined || !/^https?:$/.test(url.protocol)) throw invalid(`${option} is no web address`)
  if (url.username !== '' || url.password !== '') throw invalid(`${option} holds credentials: ${describeUrl(url.href)}`)
  return url
}

function requireNumber(option: string, value: unknown, least: number, most: number): void {
  if (value === undefined || (typeof value === 'number' && value >= least && value <= most)) return
  throw invalid(
    `${option} is not a number ${most === longestTimerMs ? `from ${least} to ${most}` : `of at least ${least}`}`,
  )
}
