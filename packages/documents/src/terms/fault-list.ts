import { ContextRefusal, type LocalContextFault, type NodeFault } from '../active-context/index.js'
import { describeUrl } from '../json/describe-url.js'
import { excerpt } from '../json/excerpt.js'
import { childPointer } from '../json/pointer.js'
import type { TermFault, TermFaultCode } from './interface.js'

/** Pointers through names of hostile length stay bounded together. */
const maxCharacters = 1_000_000

/** The faults of a document. Pointers are only made when there is one. */
export class FaultList {
  readonly faults: TermFault[] = []
  /** Members and indices that lead to where the walk is. */
  readonly path: (string | number)[] = []
  /** True when no more are taken. */
  isFull: boolean
  readonly #max: number
  #characters = 0

  constructor(max: number) {
    this.#max = max
    this.isFull = max <= 0
  }

  undefinedTerm(name: string): void {
    const detail = `No context defines ${quoted(name)}, so no proof would cover it. Remove it, or add the context that defines it.`
    this.#add('term-undefined', { detail, name })
  }

  undefinedType(name: string): void {
    // A type is a value of the document, which no message repeats.
    const detail =
      'No context defines this type, so no proof would cover it. Remove it, or add the context that defines it.'
    this.#add('type-undefined', { detail, name })
  }

  relativeIdentifier(name: string): void {
    const detail = 'This is not absolute, so it identifies nothing. Write a full URL, URN or DID, or leave it out.'
    this.#add('identifier-relative', { detail, name })
  }

  notChecked(reason: string): void {
    this.#add('terms-not-checked', { detail: `Names are not looked at here: ${reason}.`, reason })
  }

  /** A context that is scoped in the property or type `name`. */
  refusedScope(refusal: ContextRefusal, name: string | undefined): void {
    this.#refused(refusal, refusal.term ?? name, undefined)
  }

  /** What keeps the contexts of the object where the walk is from being known. */
  nodeFault({ cause, name, path }: NodeFault): void {
    if (typeof cause === 'string') return this.notChecked(cause)
    if (!(cause instanceof ContextRefusal)) {
      for (const fault of cause) this.refusedContext(fault)
      return
    }
    this.path.push(...path)
    this.refusedScope(cause, name)
    this.path.length -= path.length
  }

  /** A context in the `@context` of the object where the walk is. */
  refusedContext({ index, url, refusal }: LocalContextFault): void {
    this.path.push('@context', ...(index === undefined ? [] : [index]))
    this.#refused(refusal, refusal.term, url)
    this.path.length -= index === undefined ? 1 : 2
  }

  #refused(refusal: ContextRefusal, name: string | undefined, url: string | undefined): void {
    const { kind, reason } = refusal
    const term = name === undefined ? '' : ` ${quoted(name)}`
    switch (kind) {
      case 'unknown': {
        const detail = `The context ${describeUrl(reason)} is not bundled, and contexts are never fetched. Supply it.`
        this.#add('context-unknown', { detail, url: reason })
        break
      }
      case 'conflict': {
        const detail = `The context changes${term || ' terms'}, which an earlier context protects. The two cannot be combined.`
        this.#add('context-conflict', { detail, name, url, reason })
        break
      }
      case 'invalid':
        this.#add('context-invalid', { detail: `The context breaks a rule: ${reason}${term}.`, name, url, reason })
        break
      case 'declined':
        this.#add('terms-not-checked', { detail: `The context is not read: ${reason}${term}.`, name, url, reason })
    }
  }

  #add(code: TermFaultCode, { detail, ...rest }: Omit<TermFault, 'code' | 'pointer'>): void {
    if (this.isFull) return
    const known = Object.fromEntries(Object.entries(rest).filter(([, value]) => value !== undefined))
    const pointer = this.path.reduce<string>(childPointer, '')
    this.faults.push({ code, pointer, detail, ...known })
    this.#characters += pointer.length
    this.isFull = this.faults.length >= this.#max || this.#characters > maxCharacters
  }
}

const quoted = (name: string): string => JSON.stringify(excerpt(name))
