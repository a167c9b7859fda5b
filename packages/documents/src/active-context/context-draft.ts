import { ActiveContext, type ActiveContextParts } from './active-context.js'
import type { Direction, TermDefinition } from './interface.js'
import { ContextRefusal } from './refusal.js'

/** How many term definitions may still be made or copied. */
export interface WorkBudget {
  left: number
}

export function spend(budget: WorkBudget, definitions: number): void {
  budget.left -= definitions
  if (budget.left < 0) throw new ContextRefusal('declined', 'too many term definitions', undefined, true)
}

/** The active context that is being made from another (JSON-LD 1.1 API §4.1.2 step 1). */
export class ContextDraft implements ActiveContextParts {
  readonly budget: WorkBudget
  terms: Map<string, TermDefinition>
  vocab: string | undefined
  base: string | undefined
  language: string | undefined
  direction: Direction | undefined
  previous: ActiveContext | undefined
  hadProtected: boolean

  constructor(from: ActiveContextParts, budget: WorkBudget) {
    spend(budget, from.terms.size + 1)
    this.budget = budget
    this.terms = new Map(from.terms)
    this.vocab = from.vocab
    this.base = from.base
    this.language = from.language
    this.direction = from.direction
    this.previous = from.previous
    this.hadProtected = from.hadProtected
  }

  /** Back to the start, where nothing is defined (step 5.1.2). */
  reset(): void {
    this.terms = new Map()
    this.vocab = undefined
    this.base = undefined
    this.language = undefined
    this.direction = undefined
    this.previous = undefined
    this.hadProtected = false
  }

  finish(): ActiveContext {
    return new ActiveContext(this)
  }
}
