import type { ContextSource } from '../contexts/interface.js'

/**
 * Why a part of a document says nothing as linked data:
 *
 * - `term-undefined`: the name of a member stands for nothing where it is used;
 * - `type-undefined`: so does a type;
 * - `identifier-relative`: an identifier is not absolute, and nothing makes it so;
 * - `context-unknown`: the source of contexts does not know a URL;
 * - `context-conflict`: a context would redefine or drop terms that an earlier one protects;
 * - `context-invalid`: a context breaks a rule of JSON-LD;
 * - `terms-not-checked`: it may be right or wrong, but uses something that is not judged here.
 */
export type TermFaultCode =
  | 'term-undefined'
  | 'type-undefined'
  | 'identifier-relative'
  | 'context-unknown'
  | 'context-conflict'
  | 'context-invalid'
  | 'terms-not-checked'

/** One place of a document that says nothing as linked data, or that could not be judged. */
export interface TermFault {
  readonly code: TermFaultCode
  /** JSON Pointer (RFC 6901) of the member, the type, the identifier, or the entry of `@context`. */
  readonly pointer: string
  /** What is wrong and what to do, for a person. */
  readonly detail: string
  /** The name, type or identifier that says nothing; with contexts, the term that could not be defined. */
  readonly name?: string | undefined
  /** With contexts: the URL of the one at fault, if it has one. */
  readonly url?: string | undefined
  /** With contexts and what was not judged: the error code of JSON-LD 1.1 API §9.6.1, or what it was in few words. */
  readonly reason?: string | undefined
}

/** How {@link undefinedTerms} reads a document. */
export interface UndefinedTermsOptions {
  /** Where contexts come from. Default: the bundled ones, `contextSource()`. */
  readonly contexts?: ContextSource | undefined
  /** Most faults that are reported; what follows is not looked at. Default 200. */
  readonly maxFaults?: number | undefined
}
