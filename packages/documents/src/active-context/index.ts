export type { ActiveContextParts, AliasedKeyword } from './active-context.js'
export { ActiveContext } from './active-context.js'
export type { CompiledTerm, TermKind, ValueContainer, ValueMode } from './compiled-term.js'
export { languageLiteralEnd, typedLiteralEnd } from './compiled-term.js'
export { contextReader } from './context-reader.js'
export type {
  Container,
  ContextReader,
  ContextResult,
  Direction,
  IriMappings,
  LocalContextFault,
  TermDefinition,
} from './interface.js'
export type { NodeContexts, PlacedNode } from './node-contexts.js'
export { NodeFault } from './node-contexts.js'
export { ContextRefusal } from './refusal.js'
