import { TestamurError } from '@testamur/documents'
import { isObject } from '@testamur/documents/json'
import { refusedEngineOption } from '@testamur/proofs'
import type { VerifyErrorCode } from '../errors.js'
import type { VerifyOptions } from './options.js'

/**
 * The options as they are set now: whoever sets others while something is fetched would get the verdict of neither. By
 * name, so that inherited ones count. What they hold (`documents`, for instance) stays the caller's.
 *
 * @throws {TestamurError} `ERR_INVALID_OPTION` when they are no object.
 */
export function ownOptions(options: VerifyOptions): { readonly [Name in keyof VerifyOptions]-?: VerifyOptions[Name] } {
  if (typeof options !== 'object' || options === null) refuseOption('object itself', 'an object')
  const { documents, offline, resolver, fetch, cache, now, signal, limits, engine, fallback, crossCheckRate } = options
  const { acceptSelfAssertedKeys, allowInlineContexts, schema, requireClaims, trustedStatusIssuers } = options
  const { schemaValidators, recipient, challenge, domain } = options
  return {
    documents,
    offline,
    resolver,
    fetch,
    cache,
    now,
    signal,
    limits,
    engine,
    fallback,
    crossCheckRate,
    acceptSelfAssertedKeys,
    allowInlineContexts,
    schema,
    requireClaims,
    trustedStatusIssuers,
    schemaValidators,
    recipient,
    challenge,
    domain,
  }
}

/**
 * Returns the time to judge at, once it is certain that the options can be used. One that means something else than the
 * caller thinks would make a verdict of something else: an invalid time, for instance, lies before no date.
 *
 * @throws {TestamurError} `ERR_INVALID_OPTION`, naming the option.
 */
export function checkOptions(options: VerifyOptions): Date {
  const now = typeof options.now === 'function' ? options.now() : (options.now ?? new Date())
  if (!(now instanceof Date) || Number.isNaN(now.getTime()))
    refuseOption('now', 'a valid Date, or a function that returns one')
  const { documents, schema, trustedStatusIssuers, recipient, limits, schemaValidators, signal } = options
  for (const [name, value] of Object.entries({ documents, schemaValidators, limits })) {
    if (value !== undefined && (!isObject(value) || value instanceof Map)) refuseOption(name, 'an object')
  }
  if (schema !== undefined && schema !== 'reject' && schema !== 'warn') refuseOption('schema', '"reject" or "warn"')
  const refused = refusedEngineOption(options)
  if (refused !== undefined) refuseOption(refused.name, refused.expected)
  if (trustedStatusIssuers !== undefined && !Array.isArray(trustedStatusIssuers)) {
    refuseOption('trustedStatusIssuers', 'an array of issuer ids')
  }
  if (
    recipient !== undefined &&
    !(isObject(recipient) && (recipient['id'] ?? recipient['identifiers']) !== undefined)
  ) {
    refuseOption('recipient', 'an object with `id`, `identifiers` or both')
  }
  if (signal !== undefined && typeof signal?.aborted !== 'boolean') refuseOption('signal', 'an AbortSignal')
  return new Date(now)
}

/** Throws the error that an option means nothing. */
export function refuseOption(name: string, expected: string): never {
  const code: VerifyErrorCode = 'ERR_INVALID_OPTION'
  throw new TestamurError(code, `The option ${name} must be ${expected}`, { advice: 'Leave it out for the default' })
}
