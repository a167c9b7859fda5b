export { coverageProblems } from './coverage.js'
export type { LinkedDataOptions, Quad, QuadsResult, RdfTerm } from './interface.js'
export { quadsFromDocument } from './quads.js'
