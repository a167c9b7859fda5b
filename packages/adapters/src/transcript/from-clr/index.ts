export { ClrSource } from './clr-source.js'
export { factsFromClr, type ReadFacts } from './facts-from-clr.js'
