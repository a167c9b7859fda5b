import type { XmlElement } from './interface.js'

/**
 * Tells where elements of a document stand. It remembers what it counted as long as it lives: one for each record, so
 * that records can be forgotten (a WeakMap would hold them until the next full garbage collection).
 */
export class ElementPaths {
  readonly #segments = new Map<XmlElement, Map<XmlElement, string>>()

  /**
   * Returns where an element stands, in the manner of XPath by local names:
   * `/CollegeTranscript/Student/AcademicRecord[2]`. A position is given where siblings share the name.
   */
  pathOf(element: XmlElement): string {
    const steps: string[] = []
    for (let node: XmlElement | undefined = element; node !== undefined; node = node.parent) {
      steps.push(this.#segment(node))
    }
    return `/${steps.reverse().join('/')}`
  }

  #segment(element: XmlElement): string {
    if (element.ordinal !== undefined) return `${element.name}[${element.ordinal}]`
    if (element.parent === undefined) return element.name
    let ofChildren = this.#segments.get(element.parent)
    if (ofChildren === undefined) {
      ofChildren = childSegments(element.parent)
      this.#segments.set(element.parent, ofChildren)
    }
    return ofChildren.get(element) ?? element.name
  }
}

function childSegments(parent: XmlElement): Map<XmlElement, string> {
  const total = new Map<string, number>()
  for (const { name } of parent.children) total.set(name, (total.get(name) ?? 0) + 1)
  const seen = new Map<string, number>()
  return new Map(
    parent.children.map((child) => {
      if (total.get(child.name) === 1) return [child, child.name]
      const ordinal = (seen.get(child.name) ?? 0) + 1
      seen.set(child.name, ordinal)
      return [child, `${child.name}[${ordinal}]`]
    }),
  )
}
