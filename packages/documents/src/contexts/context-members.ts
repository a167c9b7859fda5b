import type { JsonValue } from '../json/interface.js'
import { childPointer } from '../json/pointer.js'

/** One context that a document names or holds. */
export interface ContextMember {
  readonly pointer: string
  readonly value: JsonValue
}

/** Every single context of a document, wherever it stands; also those inside contexts. */
export function contextMembers(document: JsonValue, pointer: string): ContextMember[] {
  const found: ContextMember[] = []
  const path: (string | number)[] = []
  const visit = (value: JsonValue | undefined, isContext: boolean): void => {
    if (isContext && !Array.isArray(value) && value !== undefined) {
      found.push({ pointer: path.reduce<string>(childPointer, pointer), value })
    }
    if (typeof value !== 'object' || value === null) return
    for (const [name, child] of Object.entries(value)) {
      path.push(name)
      visit(child, name === '@context' || (isContext && Array.isArray(value)))
      path.pop()
    }
  }
  visit(document, false)
  return found
}
