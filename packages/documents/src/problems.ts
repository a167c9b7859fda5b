import { type ProblemFactory, problemFactory } from './problem.js'

const catalog = {
  'json-empty': { type: 'PARSING_ERROR', title: 'The document is empty' },
  'json-encoding': { type: 'PARSING_ERROR', title: 'The document is not UTF-8 text' },
  'json-syntax': { type: 'PARSING_ERROR', title: 'The document is not JSON' },
  'json-duplicate-key': { type: 'PARSING_ERROR', title: 'A member is given twice' },
  'json-forbidden-key': { type: 'PARSING_ERROR', title: 'A member name is not allowed' },
  'json-too-large': { type: 'PARSING_ERROR', title: 'The document is too large' },
  'json-too-deep': { type: 'PARSING_ERROR', title: 'The document is nested too deeply' },
  'json-not-a-value': { type: 'PARSING_ERROR', title: 'A value cannot be written as JSON' },
  'context-missing': { type: 'MALFORMED_VALUE_ERROR', title: 'The document names no context' },
  'context-unknown': { type: 'MALFORMED_VALUE_ERROR', title: 'A context is not known' },
  'context-invalid': { type: 'MALFORMED_VALUE_ERROR', title: 'The contexts cannot be combined' },
  'context-limit': { type: 'RANGE_ERROR', title: 'Too many contexts' },
  'context-unsafe': { type: 'MALFORMED_VALUE_ERROR', title: 'A context would let content escape' },
  'context-inline-refused': { type: 'MALFORMED_VALUE_ERROR', title: 'An inline context is not allowed' },
  'keyword-refused': { type: 'MALFORMED_VALUE_ERROR', title: 'A JSON-LD keyword is not allowed here' },
  'term-expected': { type: 'MALFORMED_VALUE_ERROR', title: 'A name is written as an IRI' },
  'term-undefined': { type: 'MALFORMED_VALUE_ERROR', title: 'A name is not defined by the contexts' },
  'blank-node-label': { type: 'MALFORMED_VALUE_ERROR', title: 'A label of its own stands for an id' },
  'value-not-covered': { type: 'MALFORMED_VALUE_ERROR', title: 'A value is not covered by a proof as written' },
  'document-not-linked-data': { type: 'MALFORMED_VALUE_ERROR', title: 'The document is not well-formed JSON-LD' },
  'fetch-refused': { type: 'STATUS_RETRIEVAL_ERROR', title: 'An address may not be fetched' },
  'fetch-failed': { type: 'STATUS_RETRIEVAL_ERROR', title: 'A document could not be fetched' },
  'fetch-too-large': { type: 'STATUS_RETRIEVAL_ERROR', title: 'A fetched document is too large' },
} as const

/** Codes of the problems that reading a document finds. */
export type DocumentsProblemCode = keyof typeof catalog

export const problem: ProblemFactory<DocumentsProblemCode> = problemFactory(catalog)
