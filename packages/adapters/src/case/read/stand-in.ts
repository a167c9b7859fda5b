import { canonicalJson, type JsonObject } from '@testamur/documents/json'
import { v5 } from 'uuid'
import type { CfClassName } from '../model/structure.js'
import { urnOf, uuidIn } from './formats.js'

/** Namespace of the identifiers that stand in for missing ones (RFC 9562 §6.6). */
const namespace = 'a6a0a7ea-5f0f-4d53-8f5c-3f2b5f0c9d17'

/** What is known of an object that lacks a member. */
interface Known {
  readonly read: Readonly<Record<string, unknown>>
  readonly source: JsonObject
  readonly pointer: string
  readonly lastChange: string
}

/**
 * Returns what stands in for a member that the specification demands, and in words what that is: always the same for the
 * same source. There is nothing where a stand-in would say something that nobody said: the ends and the type of an
 * association, the document of a package.
 */
export function standIn(name: CfClassName, member: string, known: Known): { value: string; what: string } | undefined {
  const { read, source, pointer, lastChange } = known
  switch (member) {
    case 'identifier': {
      const uri = typeof read['uri'] === 'string' ? read['uri'] : undefined
      const found = uri === undefined ? undefined : uuidIn(uri)
      if (found !== undefined) return { value: found, what: 'the UUID at the end of its URI' }
      if (uri !== undefined && name === 'LinkGenURI') return { value: uri, what: 'its URI' }
      // A link without a trace of what it leads to leads nowhere.
      if (uri === undefined && name.startsWith('Link')) return undefined
      return {
        value: v5(uri ?? `${pointer} ${canonicalJson(source)}`, namespace),
        what: 'a UUID made from its content',
      }
    }
    case 'uri':
      return { value: urnOf(String(read['identifier'])), what: 'a URN of its identifier' }
    case 'lastChangeDateTime':
      return { value: lastChange, what: 'that of the framework' }
    case 'associationType':
    case 'originNodeURI':
    case 'destinationNodeURI':
    case 'CFDocument':
    case 'CFItem':
      return undefined
    default:
      return { value: '', what: 'an empty text' }
  }
}
