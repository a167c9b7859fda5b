export type { TermFault, TermFaultCode, UndefinedTermsOptions } from './interface.js'
export { undefinedTerms } from './undefined-terms.js'
