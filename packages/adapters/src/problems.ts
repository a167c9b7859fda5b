import { type ProblemFactory, problemFactory } from '@testamur/documents'

const catalog = {
  'case-member-missing': { type: 'MALFORMED_VALUE_ERROR', title: 'A member that CASE demands is missing' },
  'case-member-type': { type: 'MALFORMED_VALUE_ERROR', title: 'A member of CASE holds another type of value' },
  'case-member-value': { type: 'MALFORMED_VALUE_ERROR', title: 'A member of CASE holds a value it may not' },
  'case-identifier-repeated': { type: 'MALFORMED_VALUE_ERROR', title: 'Two items have one identifier' },
  'case-hierarchy-cycle': { type: 'MALFORMED_VALUE_ERROR', title: 'Items of a framework contain each other' },
  'case-listing-incomplete': { type: 'MALFORMED_VALUE_ERROR', title: 'A service lists fewer documents than it says' },
  'case-item-unreachable': { type: 'MALFORMED_VALUE_ERROR', title: 'An item is not below the document' },
} as const

/** Codes of the problems that reading another institution's format finds. */
export type AdaptersProblemCode = keyof typeof catalog

export const problem: ProblemFactory<AdaptersProblemCode> = problemFactory(catalog)
