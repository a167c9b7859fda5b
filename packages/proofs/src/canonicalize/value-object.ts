import type { JsonObject, JsonValue } from '@testamur/documents'
import {
  type ActiveContext,
  languageLiteralEnd,
  type NodeContexts,
  typedLiteralEnd,
} from '@testamur/documents/active-context'
import { Declined } from './declined.js'
import { jsonLiteral, nativeLiteral, nativeSpelling, textLiteral } from './literals.js'
import type { Spelling } from './statements.js'

/** A literal, and how the document spells it. */
export interface SpelledLiteral {
  readonly text: string
  readonly spelling: Spelling
  /** For a text with a direction: the same literal without. */
  readonly undirected?: string | undefined
}

/** The members of a value object, by their keywords. */
interface ValueMembers {
  value?: JsonValue
  type?: JsonValue
  language?: JsonValue
  direction?: JsonValue
}

/**
 * Returns the literal of a value object (JSON-LD 1.1 §9.5; its expansion, JSON-LD 1.1 API §5.1.2 steps 13.4.7 to 13.4.9
 * and 15; its conversion, §8.2.2), with direction as datatype of the i18n namespace (JSON-LD 1.1 §4.2.4.1). Declines
 * those of other members, or of values that say nothing.
 */
export function literalOfValueObject(contexts: NodeContexts, object: JsonObject): SpelledLiteral {
  const { value, type, language, direction } = membersOf(contexts.active, object)
  if (type === undefined) return untyped(value, language, direction)
  if (language !== undefined || direction !== undefined) throw new Declined('a value with both datatype and language')
  if (typeof type !== 'string') throw new Declined('a datatype that is no text')
  if (type === '@json' && value !== undefined) return { text: jsonLiteral(value), spelling: 'single' }
  const datatype = contexts.typeScoped.type(type)
  if (!datatype?.startsWith('<')) throw new Declined('a datatype that is no IRI')
  return typed(value, datatype.slice(1, -1))
}

function membersOf(active: ActiveContext, object: JsonObject): ValueMembers {
  const members: ValueMembers = {}
  for (const [name, value] of Object.entries(object)) {
    if (name === '@context') continue
    const { kind } = active.term(name)
    if (kind !== 'value' && kind !== 'type' && kind !== 'language' && kind !== 'direction') {
      throw new Declined('a value object with other members')
    }
    if (value === undefined || members[kind] !== undefined)
      throw new Declined('two names for one keyword, or a member without a value')
    members[kind] = value
  }
  return members
}

function untyped(
  value: JsonValue | undefined,
  language: JsonValue | undefined,
  direction: JsonValue | undefined,
): SpelledLiteral {
  if (language !== undefined && typeof language !== 'string') throw new Declined('a language that is no text')
  const end = language === undefined ? '"' : languageLiteralEnd(language)
  if (end === undefined) throw new Declined('a language that is no language tag')
  if (typeof value === 'string') {
    const undirected = textLiteral(value, end)
    if (direction === undefined) return { text: undirected, spelling: 'plain' }
    if (direction !== 'ltr' && direction !== 'rtl') throw new Declined('a direction that is none')
    const datatype = `https://www.w3.org/ns/i18n#${language?.toLowerCase() ?? ''}_${direction}`
    return { text: textLiteral(value, `"^^<${datatype}>`), spelling: 'plain', undirected }
  }
  if (language !== undefined || direction !== undefined) throw new Declined('a language of something else than a text')
  return native(value, undefined)
}

function typed(value: JsonValue | undefined, datatype: string): SpelledLiteral {
  if (typeof value !== 'string') return native(value, datatype)
  const end = typedLiteralEnd(datatype)
  if (end === undefined) throw new Declined('a text of this datatype')
  return { text: textLiteral(value, end), spelling: end === '"' ? 'typed-text' : 'plain' }
}

function native(value: JsonValue | undefined, datatype: string | undefined): SpelledLiteral {
  if (typeof value !== 'number' && typeof value !== 'boolean') throw new Declined('a value that is none')
  return { text: nativeLiteral(value, datatype), spelling: nativeSpelling(datatype) }
}
