import { TestamurError, type TestamurErrorOptions } from '@testamur/documents'
import { excerpt, isObject, type JsonValue, listOf } from '@testamur/documents/json'
import type { AdaptersErrorCode } from '../../errors.js'

/** What a service says about a call that failed (imsx_StatusInfo). */
export interface CaseStatusInfo {
  /** `failure`, `unsupported`, … */
  readonly codeMajor: string | undefined
  /** `error`, `warning`, … */
  readonly severity: string | undefined
  /** In the service's words; cut, and without what a terminal would act upon. */
  readonly description: string | undefined
  /** `unknownobject`, `invalid_filter_field`, `server_busy`, … */
  readonly codeMinor: readonly string[]
}

/**
 * The error for a call that a CASE service does not answer, or not with what was asked for. The message holds neither
 * tokens nor what the service said but for codes of CASE; `statusInfo` has that, without token and secret.
 *
 * @example
 * ```ts
 * import { CaseServiceError, caseClient } from '@testamur/adapters/case'
 *
 * try {
 *   await caseClient({ baseUrl: 'http://frameworks.example' }).getItem('5b2c0f0a-6c1e-4d8e-9a53-0d1f7d0a4b11')
 * } catch (error) {
 *   if (error instanceof CaseServiceError) console.log(error.code) // ERR_CASE_REFUSED
 * }
 * ```
 */
export class CaseServiceError extends TestamurError<AdaptersErrorCode> {
  override readonly name: string = 'CaseServiceError'
  /** Status of the answer; absent when there was none. */
  readonly status: number | undefined
  /** What the service said about it, if it did. */
  readonly statusInfo: CaseStatusInfo | undefined

  constructor(
    code: AdaptersErrorCode,
    message: string,
    options: TestamurErrorOptions & {
      readonly status?: number | undefined
      readonly statusInfo?: CaseStatusInfo | undefined
    } = {},
  ) {
    super(code, message, options)
    this.status = options.status
    this.statusInfo = options.statusInfo
  }
}

/** The codes of CASE 1.0 and 1.1 (imsx_codeMinorFieldValue): the only words of a service that a message repeats. */
const minorCodes: ReadonlySet<string> = new Set([
  'forbidden',
  'fullsuccess',
  'internal_server_error',
  'invalid_filter_field',
  'invalid_selection_field',
  'invalid_sort_field',
  'invalid_uuid',
  'invaliduuid',
  'server_busy',
  'unauthorised_request',
  'unauthorisedrequest',
  'unknownobject',
  'unsupported',
])

/** True for a code that the specification has. */
export const isMinorCode = (code: string): boolean => minorCodes.has(code)

/**
 * Returns what a JSON value says as imsx_StatusInfo, bare or wrapped, if it does. Services repeat what they were sent, in
 * logs too: `secrets` are not handed on.
 */
export function statusInfoIn(
  value: JsonValue | undefined,
  secrets: readonly string[] = [],
): CaseStatusInfo | undefined {
  if (!isObject(value)) return undefined
  const info = isObject(value['imsx_StatusInfo']) ? value['imsx_StatusInfo'] : value
  if (!Object.keys(info).some((member) => member.startsWith('imsx_'))) return undefined
  const text = (said: JsonValue | undefined): string | undefined => {
    if (typeof said !== 'string') return undefined
    return isMinorCode(said)
      ? said
      : excerpt(
          secrets.reduce((rest, secret) => rest.replaceAll(secret, '…'), said),
          200,
        )
  }
  const minor = info['imsx_codeMinor']
  const fields = isObject(minor) ? listOf(minor['imsx_codeMinorField']) : []
  return {
    codeMajor: text(info['imsx_codeMajor']),
    severity: text(info['imsx_severity']),
    description: text(info['imsx_description']),
    codeMinor: fields.flatMap((field) => (isObject(field) ? (text(field['imsx_codeMinorFieldValue']) ?? []) : [])),
  }
}
