import type { XmlElement } from './interface.js'

/** What an element is called whose name is not shown. */
export const anyName = '*'

/** Where an element stands that has children, and the last step to each of them. */
interface Family {
  readonly path: string
  readonly steps: ReadonlyMap<XmlElement, string>
}

/**
 * Tells where elements of a document stand. It remembers what it counted as long as it lives: one for each record, so
 * that records can be forgotten (a WeakMap would hold them until the next full garbage collection).
 */
export class ElementPaths {
  readonly #families = new Map<XmlElement, Family>()
  readonly #shownName: (element: XmlElement) => string

  /** `shownName` returns the name of an element, or {@link anyName} where the name is nobody's business. */
  constructor(shownName: (element: XmlElement) => string = ({ name }) => name) {
    this.#shownName = shownName
  }

  /**
   * Returns where an element stands, in the manner of XPath by local names:
   * `/CollegeTranscript/Student/AcademicRecord[2]`. A position is given where siblings share the name, and among all
   * siblings where it is not shown. What holds the roots of a document that has several is no step itself.
   */
  pathOf(element: XmlElement): string {
    const { parent, ordinal } = element
    if (parent === undefined) return element.name === '' ? '' : `/${this.#shownName(element)}`
    // Children of one parent share the string of its path, however deep they are.
    const { path, steps } = this.#familyOf(parent)
    if (ordinal !== undefined) return `${path}/${this.#shownName(element)}[${ordinal}]`
    return `${path}/${steps.get(element) ?? this.#shownName(element)}`
  }

  #familyOf(parent: XmlElement): Family {
    const known = this.#families.get(parent)
    if (known !== undefined) return known
    const family = { path: this.pathOf(parent), steps: this.#stepsTo(parent.children) }
    this.#families.set(parent, family)
    return family
  }

  #stepsTo(children: readonly XmlElement[]): ReadonlyMap<XmlElement, string> {
    const names = children.map(this.#shownName)
    const total = new Map<string, number>()
    for (const name of names) total.set(name, (total.get(name) ?? 0) + 1)
    const seen = new Map<string, number>()
    const step = (name: string, index: number): string => {
      if (children.length === 1 || (name !== anyName && total.get(name) === 1)) return name
      const ordinal = name === anyName ? index + 1 : (seen.get(name) ?? 0) + 1
      seen.set(name, ordinal)
      return `${name}[${ordinal}]`
    }
    return new Map(children.map((child, index) => [child, step(names[index] ?? anyName, index)]))
  }
}
