/** A whole document: text, or bytes in the encoding that their byte-order mark or declaration names. */
export type XmlInput = string | Uint8Array

/** A document that arrives in pieces, cut anywhere, even inside a character. */
export type XmlStream = AsyncIterable<Uint8Array | string>

/** One element of a record. Namespaces are ignored: `name` is the local name, whatever the prefix. */
export interface XmlElement {
  /** Local name. */
  readonly name: string
  /** Line of the start tag, from 1. */
  readonly line: number
  /** The element around it; `undefined` at the root of the document. */
  readonly parent: XmlElement | undefined
  /** Position among the parent's children of this name, from 1, where the parent does not list its children. */
  readonly ordinal: number | undefined
  /** Attributes by qualified name. */
  readonly attributes: Readonly<Record<string, string>>
  /** Child elements in document order. */
  readonly children: readonly XmlElement[]
  /** The element's own character data and CDATA, joined, verbatim; without what is blank between its children. */
  readonly text: string
  /** For whoever reads the element: true once use was made of it, so that what is left is known. */
  isRead: boolean
}

/** One record of a document, and what stands around it. */
export interface XmlRecord {
  /** The record's root element. */
  readonly element: XmlElement
  /** Elements outside any record since the one before (after the last record too), except the records' ancestors. */
  readonly outside: readonly XmlElement[]
}

/** Bounds of reading; each is a defence against hostile input. Text is measured in UTF-16 code units. */
export interface XmlLimits {
  /** Largest input, in bytes, or in code units of a string. Default 256 MiB; a stream has no bound of its own. */
  readonly maxBytes?: number | undefined
  /** Longest single record, in code units. Default 16 Mi. */
  readonly maxRecordLength?: number | undefined
  /** Most elements in one record, and most attributes of all of them. Default 500,000. */
  readonly maxElements?: number | undefined
  /** Deepest nesting of elements. Default 256. */
  readonly maxDepth?: number | undefined
  /** Most attributes of one element. Default 256. */
  readonly maxAttributes?: number | undefined
  /** Longest run of characters without an end: a text, an attribute, a comment, a name. Default 4 Mi. */
  readonly maxTextLength?: number | undefined
}

/** Defaults of {@link XmlLimits}. */
export const defaultXmlLimits: Required<{ [K in keyof XmlLimits]: number }> = {
  maxBytes: 256 * 1024 * 1024,
  maxRecordLength: 16 * 1024 * 1024,
  maxElements: 500_000,
  maxDepth: 256,
  maxAttributes: 256,
  maxTextLength: 4 * 1024 * 1024,
}

/** How a document is cut into records. */
export interface XmlReadOptions {
  /** Called once with the root's local name, before anything else is read: throws if the root is not acceptable. */
  readonly checkRoot?: ((name: string, position: { line: number; column: number }) => void) | undefined
  /** True for an element that is one record; asked from the outside in, and not inside a record. */
  readonly isRecord: (name: string) => boolean
  /** Bounds of reading. */
  readonly limits?: XmlLimits | undefined
}
