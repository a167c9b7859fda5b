/**
 * One fact about a document that is wrong, or could not be checked: a problem detail of RFC 9457, as W3C's Verifiable
 * Credentials Data Model 2.0 (§7.1 and Problem Details) asks verifiers to report it.
 */
export interface Problem {
  /** URI of the kind of problem: one of the problem types that W3C registered. */
  readonly type: string
  /** Testamur's own cause, finer than `type`: kebab-case, stable across releases. */
  readonly code: string
  /** The kind of problem in a few words; the same for every problem of that code. */
  readonly title: string
  /** What is wrong here, for a person: what was found, what was expected, what to do. Holds no secret. */
  readonly detail: string
  /** JSON Pointer (RFC 6901) into the document that was handed over; `''` is the whole document. */
  readonly pointer: string
}

const vcdm = 'https://www.w3.org/TR/vc-data-model#'
const dataIntegrity = 'https://w3id.org/security#'
const statusList = 'https://www.w3.org/ns/credentials/status-list#'

/** Name of a problem type that W3C registered. */
export type ProblemTypeName =
  | 'PARSING_ERROR'
  | 'CRYPTOGRAPHIC_SECURITY_ERROR'
  | 'MALFORMED_VALUE_ERROR'
  | 'RANGE_ERROR'
  | 'PROOF_GENERATION_ERROR'
  | 'PROOF_VERIFICATION_ERROR'
  | 'PROOF_TRANSFORMATION_ERROR'
  | 'INVALID_VERIFICATION_METHOD'
  | 'INVALID_CHALLENGE_ERROR'
  | 'INVALID_DOMAIN_ERROR'
  | 'STATUS_RETRIEVAL_ERROR'
  | 'STATUS_VERIFICATION_ERROR'
  | 'STATUS_LIST_LENGTH_ERROR'

/** URIs of the registered problem types: VCDM 2.0 Problem Details, Data Integrity 1.0, Bitstring Status List 1.0. */
export const problemTypes: Readonly<Record<ProblemTypeName, string>> = {
  PARSING_ERROR: `${vcdm}PARSING_ERROR`,
  CRYPTOGRAPHIC_SECURITY_ERROR: `${vcdm}CRYPTOGRAPHIC_SECURITY_ERROR`,
  MALFORMED_VALUE_ERROR: `${vcdm}MALFORMED_VALUE_ERROR`,
  RANGE_ERROR: `${vcdm}RANGE_ERROR`,
  PROOF_GENERATION_ERROR: `${dataIntegrity}PROOF_GENERATION_ERROR`,
  PROOF_VERIFICATION_ERROR: `${dataIntegrity}PROOF_VERIFICATION_ERROR`,
  PROOF_TRANSFORMATION_ERROR: `${dataIntegrity}PROOF_TRANSFORMATION_ERROR`,
  INVALID_VERIFICATION_METHOD: `${dataIntegrity}INVALID_VERIFICATION_METHOD`,
  INVALID_CHALLENGE_ERROR: `${dataIntegrity}INVALID_CHALLENGE_ERROR`,
  INVALID_DOMAIN_ERROR: `${dataIntegrity}INVALID_DOMAIN_ERROR`,
  STATUS_RETRIEVAL_ERROR: `${statusList}STATUS_RETRIEVAL_ERROR`,
  STATUS_VERIFICATION_ERROR: `${statusList}STATUS_VERIFICATION_ERROR`,
  STATUS_LIST_LENGTH_ERROR: `${statusList}STATUS_LIST_LENGTH_ERROR`,
}

/** What each code of a package means: its registered type and its title. */
export type ProblemCatalog = Readonly<Record<string, { readonly type: ProblemTypeName; readonly title: string }>>

/** Makes problems of one catalog: `problem(code, pointer, detail)`. */
export type ProblemFactory<Code extends string> = (code: Code, pointer: string, detail: string) => Problem

/**
 * Returns the function that makes the problems of a catalog, so that type and title of a code stand in one place.
 *
 * @example
 * ```ts
 * import { problemFactory } from '@testamur/documents'
 *
 * const problem = problemFactory({ 'too-large': { type: 'PARSING_ERROR', title: 'The document is too large' } })
 * console.log(problem('too-large', '', 'The document has 9 bytes; at most 8 are read.').code)
 * ```
 */
export function problemFactory<Catalog extends ProblemCatalog>(
  catalog: Catalog,
): ProblemFactory<Extract<keyof Catalog, string>> {
  return (code, pointer, detail) => {
    const kind = catalog[code]
    if (kind === undefined) throw new TypeError(`unknown problem code ${code}`)
    return { type: problemTypes[kind.type], code, title: kind.title, detail, pointer }
  }
}
