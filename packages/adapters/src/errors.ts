import { TestamurError, type TestamurErrorOptions } from '@testamur/documents'

/** Codes of the errors that this package throws. */
export type AdaptersErrorCode =
  /** The input has no content: no bytes, or nothing but white space. */
  | 'ERR_XML_EMPTY'
  /** The input does not begin like XML. */
  | 'ERR_XML_NOT_XML'
  /** The input breaks a rule of XML 1.0. */
  | 'ERR_XML_NOT_WELL_FORMED'
  /** The input ends before its root element does. */
  | 'ERR_XML_TRUNCATED'
  /** The input declares a document type: never read, because entities are declared there. */
  | 'ERR_XML_DOCTYPE'
  /** Elements are nested deeper than the limit. */
  | 'ERR_XML_TOO_DEEP'
  /** The input, one record, one text or one element's attributes exceed a limit. */
  | 'ERR_XML_TOO_LARGE'
  /** The bytes are not text in the encoding they claim, or the encoding is not one that is read. */
  | 'ERR_XML_ENCODING'
  /** The JSON is not well-formed, or two readers could read it differently: a member given twice. */
  | 'ERR_JSON_NOT_WELL_FORMED'
  /** Values of the JSON are nested deeper than the limit. */
  | 'ERR_JSON_TOO_DEEP'
  /** The JSON, one record or one text in it exceeds a limit. */
  | 'ERR_JSON_TOO_LARGE'
  /** The bytes of the JSON are not text in the encoding they are in. */
  | 'ERR_JSON_ENCODING'
  /** The root element is not a PESC message that is read. */
  | 'ERR_PESC_ROOT'
  /** A part without which a message is no transcript is missing. */
  | 'ERR_PESC_INCOMPLETE'
  /** A batch holds no transcript. */
  | 'ERR_PESC_NO_TRANSCRIPT'
  /** One transcript was expected, and there are more. */
  | 'ERR_PESC_SEVERAL_TRANSCRIPTS'
  /** The transcript holds nothing that can become a credential. */
  | 'ERR_TRANSCRIPT_EMPTY'
  /** The input is not JSON as Testamur reads it. */
  | 'ERR_CASE_NOT_JSON'
  /** The input is JSON, and not the object of CASE that was expected. */
  | 'ERR_CASE_NOT_CASE'
  /** A CASE service does not answer in time, or at all. */
  | 'ERR_CASE_UNREACHABLE'
  /** A CASE service names an address that is not gone to: plain http, another origin, too many redirects. */
  | 'ERR_CASE_REFUSED'
  /** A CASE service answers with something else than what was asked for. */
  | 'ERR_CASE_RESPONSE'
  /** An answer of a CASE service, or the number of its documents, exceeds a limit. */
  | 'ERR_CASE_TOO_LARGE'
  /** A CASE service does not understand the question: an unknown field in filter or selection. */
  | 'ERR_CASE_QUERY'
  /** A CASE service wants a token, or another one. */
  | 'ERR_CASE_UNAUTHORIZED'
  /** A CASE service does not give this to the caller. */
  | 'ERR_CASE_FORBIDDEN'
  /** A CASE service has no such object. */
  | 'ERR_CASE_NOT_FOUND'
  /** A CASE service is busy, also after the retries. */
  | 'ERR_CASE_BUSY'
  /** A CASE service fails, also after the retries. */
  | 'ERR_CASE_SERVER'
  /** The authorization server gives no token. */
  | 'ERR_CASE_TOKEN'
  /** An option of the caller is unusable. */
  | 'ERR_INVALID_OPTION'

/** A place in a source document; both count from 1. */
export interface DocumentPosition {
  /** Line, from 1. */
  readonly line: number
  /** Column in UTF-16 code units, from 1. */
  readonly column: number
}

/**
 * The error for a source document that cannot be read, with the place where reading stopped. The message names the
 * place too, and never quotes the document's text.
 *
 * @example
 * ```ts
 * import { transcriptsFromPesc } from '@testamur/adapters/pesc'
 * import { TestamurError } from '@testamur/documents'
 *
 * try {
 *   transcriptsFromPesc('<CollegeTranscript>')
 * } catch (error) {
 *   if (TestamurError.isInstance(error)) console.log(error.code) // ERR_XML_TRUNCATED
 * }
 * ```
 */
export class SourceDocumentError extends TestamurError<AdaptersErrorCode> {
  /** Line where reading stopped, from 1; absent where the whole document is at fault. */
  readonly line: number | undefined
  /** Column where reading stopped, from 1. */
  readonly column: number | undefined

  constructor(
    code: AdaptersErrorCode,
    message: string,
    options: TestamurErrorOptions & { readonly position?: DocumentPosition | undefined } = {},
  ) {
    const { position } = options
    super(
      code,
      position === undefined ? message : `${message} (line ${position.line}, column ${position.column})`,
      options,
    )
    this.line = position?.line
    this.column = position?.column
  }
}
