import type { Problem } from '@testamur/documents'
import type { JsonObject, JsonValue } from '@testamur/documents/json'
import { problem } from '../../problems.js'
import type { Loss } from '../../transcript/index.js'
import type { CfPackage } from '../model/index.js'
import { type CfClassName, type CfMember, isClassName, structure } from '../model/structure.js'
import { misfit } from '../read/formats.js'
import { type Place, placeOfItem, placeOfMember, root } from '../read/place.js'

/** What {@link serializeCasePackage} returns. */
export interface SerializedCasePackage {
  /** The package as JSON holds it. */
  readonly document: JsonObject
  /** What the schema of CASE 1.1 refuses and nothing can be done about: required values of another form. */
  readonly problems: readonly Problem[]
  /** What is not in the document: members that packages may not have, optional values of another form. */
  readonly losses: readonly Loss[]
}

/**
 * Returns a package as a JSON document of CASE 1.1: what its schema forbids inside a package is left out
 * (`CFPackageURI`, `CFDocumentURI`), and so are optional values of another form. A type of association that CASE does not
 * have becomes an `ext:` term. Does not change what it is given. Of a package that `parseCasePackage` returned, the document
 * is valid by the schema where there are no problems.
 *
 * @see [CASE 1.1, CFPackage](https://www.imsglobal.org/spec/case/v1p1)
 * @example
 * ```ts
 * import { readFileSync, writeFileSync } from 'node:fs'
 * import { parseCasePackage, serializeCasePackage } from '@testamur/adapters/case'
 *
 * const { document, losses } = serializeCasePackage(parseCasePackage(readFileSync('framework-1.0.json')).package)
 * writeFileSync('framework-1.1.json', JSON.stringify(document))
 * console.log(losses.length)
 * ```
 */
export function serializeCasePackage(cfPackage: CfPackage): SerializedCasePackage {
  const writing = new CaseWriting()
  return { document: writing.object('CFPackage', cfPackage, root), problems: writing.problems, losses: writing.losses }
}

class CaseWriting {
  readonly problems: Problem[] = []
  readonly losses: Loss[] = []

  object(name: CfClassName, source: object, place: Place): JsonObject {
    const members: Readonly<Record<string, CfMember>> = structure[name]
    const written: JsonObject = {}
    for (const [member, value] of Object.entries(source) as [string, unknown][]) {
      const fact = Object.hasOwn(members, member) ? members[member] : undefined
      if (fact === undefined || value === undefined || value === null) continue
      const at = placeOfMember(place, member)
      if (fact.isOnlySingle) this.#lose(at, 'superseded', 'A package has it once, at its document')
      else {
        const found = this.#member(name, fact, value, at)
        if (found !== undefined) written[member] = found
      }
    }
    return written
  }

  #member(name: CfClassName, fact: CfMember, value: unknown, place: Place): JsonValue | undefined {
    if (fact.kind === 'extensions') {
      // The schema of CASE 1.1 has a list at levels of criteria, and an object everywhere else.
      const isList = name === 'CFRubricCriterionLevel'
      if (isList) return [value].flat() as JsonValue
      if (Array.isArray(value)) return this.#lose(place, 'invalid-value', 'Only one object can stand here')
    }
    if (!fact.isList) return this.#value(fact, value, place)
    return (value as readonly unknown[]).flatMap((item, index): JsonValue[] => {
      const written = this.#value(fact, item, placeOfItem(place, index))
      return written === undefined ? [] : [written]
    })
  }

  #value({ kind, isRequired }: CfMember, value: unknown, place: Place): JsonValue | undefined {
    if (isClassName(kind)) return this.object(kind, value as object, place)
    const expected = typeof value === 'string' ? misfit(kind, value) : undefined
    if (expected === undefined) return value as JsonValue
    if (kind === 'associationType' && value !== '') {
      this.losses.push({
        path: place.path,
        code: 'no-equivalent',
        reason: 'CASE has no such type',
        disposition: 'reduced',
      })
      return extensionTerm(String(value))
    }
    if (!isRequired) return this.#lose(place, 'invalid-value', `It must be ${expected}`)
    this.problems.push(problem('case-member-value', place.pointer, `It must be ${expected}.`))
    return value as JsonValue
  }

  #lose({ path }: Place, code: Loss['code'], reason: string): undefined {
    this.losses.push({ path, code, reason, disposition: 'dropped' })
  }
}

/** Returns the term of its publisher that a type becomes: with letters that such terms may have. */
function extensionTerm(type: string): string {
  const term = type.replace(/^ext:/, '').replaceAll(/[^A-Za-z0-9.\-_]+/g, '-')
  return `ext:${term.replace(/^(?:-|$)/, '_')}`
}
