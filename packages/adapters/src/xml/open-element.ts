import type { XmlElement } from './interface.js'

/** An element while it is read. Lists and attributes are shared by all elements without any, which are most. */
export type OpenElement = { -readonly [Member in keyof XmlElement]: XmlElement[Member] }

export const noChildren: readonly XmlElement[] = Object.freeze([])
export const noAttributes: Readonly<Record<string, string>> = Object.freeze({})

/** Returns a list of attributes to add to. It has no prototype, so every name in it is a name, `__proto__` too. */
export function newAttributes(): Record<string, string> {
  return Object.create(null) as Record<string, string>
}

/** Returns an element of which only the start is known. */
export function newElement(name: string, line: number, parent: XmlElement | undefined, text: string): OpenElement {
  return {
    name,
    line,
    parent,
    ordinal: undefined,
    attributes: noAttributes,
    children: noChildren,
    text,
    isRead: false,
  }
}

/** Adds to the list of children, which is made with the first of them. */
export function addChild(parent: OpenElement, child: XmlElement): void {
  if (parent.children.length === 0) parent.children = [child]
  else (parent.children as XmlElement[]).push(child)
}
