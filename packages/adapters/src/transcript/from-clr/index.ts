export { ClrSource, nodesIn } from './clr-source.js'
export { type CredentialView, issuerOf } from './credential-view.js'
export { factsFromClr, type ReadFacts } from './facts-from-clr.js'
export { markRestated, type Restatement } from './restated.js'
