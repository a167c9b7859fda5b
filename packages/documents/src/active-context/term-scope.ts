import type { JsonObject } from '../json/interface.js'
import type { ContextDraft } from './context-draft.js'
import type { TermDefinition } from './interface.js'

/** A term definition that is still being made. */
export type TermDraft = { -readonly [Member in keyof TermDefinition]: TermDefinition[Member] }

/** What the definitions of one local context share. */
export interface TermScope {
  readonly draft: ContextDraft
  readonly local: JsonObject
  /** `@protected` of the local context. */
  readonly isProtected: boolean
  /** False while a term is being defined, true once it is. */
  readonly defined: Map<string, boolean>
  /** How many definitions are waiting for one another. */
  depth: number
  /** Defines a term now, if the local context has it and it is not defined yet. */
  readonly define: (term: string) => void
}
