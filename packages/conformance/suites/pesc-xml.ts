import { readFileSync } from 'node:fs'
import {
  XmlBufferInputProvider,
  XmlDocument,
  XmlElement,
  XsdValidator,
  xmlCleanupInputProvider,
  xmlRegisterInputProvider,
} from 'libxml2-wasm'
import { readReferenceJson, referencePath } from '../reference.js'

// Official XSDs of PESC: to validate documents, and to write one document that has every element a message can have.

/** A generation of schemas: its folder, its main file and the files that one imports. */
export interface PescSchemas {
  readonly folder: string
  readonly main: string
  readonly imports: readonly string[]
}

export const college16: PescSchemas = {
  folder: 'college-1.6_highschool-1.5',
  main: 'CollegeTranscript_v1.6.0.xsd',
  imports: ['AcademicRecord_v1.9.0.xsd', 'CoreMain_v1.14.0.xsd'],
}
export const college18: PescSchemas = {
  folder: 'college-1.8',
  main: 'CollegeTranscript_v1.8.0.xsd',
  imports: ['AcademicRecord_v1.13.0.xsd', 'CoreMain_v1.19.0.xsd', 'iso_3166-1_v1.0.0.xsd'],
}
export const college19: PescSchemas = {
  folder: 'college-1.9_highschool-1.7',
  main: 'CollegeTranscript_v1.9.0.xsd',
  imports: ['AcademicRecord_v1.15.0.xsd', 'CoreMain_v1.20.0.xsd', 'iso_3166-1_v1.0.0.xsd'],
}

const core17 = ['AcademicRecord_v1.11.0.xsd', 'CoreMain_v1.17.0.xsd', 'iso_3166-1_v1.0.0.xsd']

/** The schemas of every message, by the message and its version. */
export const messageSchemas: Readonly<Record<string, PescSchemas>> = {
  'CollegeTranscript 1.6': college16,
  'CollegeTranscript 1.7': {
    folder: 'college-1.7_highschool-1.6_testscore-1.1',
    main: 'CollegeTranscript_v1.7.0.xsd',
    imports: core17,
  },
  'CollegeTranscript 1.8': college18,
  'CollegeTranscript 1.9': college19,
  'HighSchoolTranscript 1.5': { ...college16, main: 'HighSchoolTranscript_v1.5.0.xsd' },
  'HighSchoolTranscript 1.6': {
    folder: 'college-1.7_highschool-1.6_testscore-1.1',
    main: 'HighSchoolTranscript_v1.6.0.xsd',
    imports: core17,
  },
  'HighSchoolTranscript 1.7': { ...college19, main: 'HighSchoolTranscript_v1.7.0.xsd' },
  'LearningRecord 1.0': {
    folder: 'learningrecord-1.0',
    main: 'LearningRecord_v1.0.0.xsd',
    imports: ['AcademicRecord_v1.12.0.xsd', 'CoreMain_v1.18.0.xsd', 'iso_3166-1_v1.0.0.xsd'],
  },
  'TestScoreReport 1.1': {
    folder: 'college-1.7_highschool-1.6_testscore-1.1',
    main: 'TestScoreReport_v1.1.0.xsd',
    imports: core17,
  },
}

export const batchSchemas: PescSchemas = { ...college16, main: 'AcademicRecordBatch_v2.1.0.xsd' }

/** Every code of the lists that are written, of whatever list and version. */
export function allCodes(): string[] {
  const path = ['reference', 'pesc', 'codes', 'enumerations.json']
  const { byVersion } = readReferenceJson<{ byVersion: Record<string, Record<string, string[]>> }>(...path)
  return [...new Set(Object.values(byVersion).flatMap((lists) => Object.values(lists).flat()))]
}

/**
 * Returns a schema for a batch of messages, which leaves open what stands in it. `addressOf` says where the schema of a
 * file is found.
 */
export function batchWith(message: PescSchemas, addressOf: (schemas: PescSchemas, file: string) => string): string {
  const imports = [batchSchemas, message].map((schemas) => {
    const namespace = `urn:org:pesc:message:${schemas.main.replace('_v', ':v').replace('.xsd', '')}`
    return `<xs:import namespace="${namespace}" schemaLocation="${addressOf(schemas, schemas.main)}"/>`
  })
  return `<xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema">${imports.join('')}</xs:schema>`
}

const bytesOf = ({ folder }: PescSchemas, file: string): Uint8Array =>
  readFileSync(referencePath('reference', 'pesc', 'xsd', folder, file))

/** Returns what the XSD finds wrong with a document; nothing when it is valid. */
export function xsdFindings(schemas: PescSchemas, document: Uint8Array): string[] {
  const imports = Object.fromEntries(schemas.imports.map((file) => [file, bytesOf(schemas, file)]))
  return findings(XmlDocument.fromBuffer(bytesOf(schemas, schemas.main), { url: schemas.main }), imports, document)
}

/** Returns what the XSDs of batch and message find wrong with a batch. */
export function batchFindings(message: PescSchemas, document: Uint8Array): string[] {
  const files = [batchSchemas, message].flatMap((schemas) =>
    [schemas.main, ...schemas.imports].map((file) => [file, bytesOf(schemas, file)] as const),
  )
  const schema = XmlDocument.fromString(
    batchWith(message, (_, file) => file),
    { url: 'batch.xsd' },
  )
  return findings(schema, Object.fromEntries(files), document)
}

function findings(schema: XmlDocument, imports: Record<string, Uint8Array>, document: Uint8Array): string[] {
  xmlRegisterInputProvider(new XmlBufferInputProvider(imports))
  const validator = XsdValidator.fromDoc(schema)
  const parsed = XmlDocument.fromBuffer(document)
  try {
    validator.validate(parsed)
    return []
  } catch (error) {
    return [(error as Error).message]
  } finally {
    parsed.dispose()
    validator.dispose()
    schema.dispose()
    // Only a few providers may be registered at a time.
    xmlCleanupInputProvider()
  }
}

/**
 * Returns a document with every element that the XSD allows (of a choice all), each once, and a word of its own in each
 * that holds text.
 */
export function fullDocument(schemas: PescSchemas): string {
  const documents = [schemas.main, ...schemas.imports].map((file) => XmlDocument.fromBuffer(bytesOf(schemas, file)))
  const definitions = new Map<string, XmlElement>()
  for (const { root } of documents) {
    const target = root.attr('targetNamespace')?.value
    for (const node of elementsIn(root)) definitions.set(`${node.name} ${target} ${node.attr('name')?.value}`, node)
  }
  const main = elementsIn(documents[0]?.root as XmlElement).find(({ name }) => name === 'element') as XmlElement
  let words = 0
  const write = (name: string, content: string): string => `<${name}>${content || `w${words++}x`}</${name}>\n`
  const lookUp = (kind: string, node: XmlElement, reference: string | undefined): XmlElement | undefined => {
    const [local = '', prefix = ''] = (reference ?? '').split(':').reverse()
    return definitions.get(`${kind} ${node.namespaceForPrefix(prefix)} ${local}`)
  }
  const content = (node: XmlElement): string =>
    elementsIn(node)
      .map((part) => {
        const base = lookUp('complexType', part, part.attr('base')?.value)
        if (part.name === 'extension') return (base === undefined ? '' : content(base)) + content(part)
        if (part.name === 'group') return content(lookUp('group', part, part.attr('ref')?.value) as XmlElement)
        if (part.name === 'element') return element(part)
        if (part.name === 'any') return write('Extension', '')
        return ['sequence', 'choice', 'all', 'complexContent', 'complexType'].includes(part.name) ? content(part) : ''
      })
      .join('')
  const element = (node: XmlElement): string => {
    const declared = lookUp('element', node, node.attr('ref')?.value) ?? node
    const type = lookUp('complexType', declared, declared.attr('type')?.value)
    return write(declared.attr('name')?.value ?? '', type === undefined ? content(declared) : content(type))
  }
  const text = element(main)
  for (const document of documents) document.dispose()
  return text
}

function elementsIn(node: XmlElement): XmlElement[] {
  const elements: XmlElement[] = []
  for (let child = node.firstChild; child !== null; child = child.next) {
    if (child instanceof XmlElement) elements.push(child)
  }
  return elements
}

/** An element that holds no elements. */
export interface Leaf {
  /** Place, in the manner of the loss report: a position where siblings share a name. */
  readonly path: string
  readonly text: string
}

/** Returns the elements of a document that hold no elements, as libxml2 sees them. */
export function leavesOf(xml: Uint8Array | string): Leaf[] {
  const document = typeof xml === 'string' ? XmlDocument.fromString(xml) : XmlDocument.fromBuffer(xml)
  const visit = (element: XmlElement, path: string): Leaf[] => {
    const children = elementsIn(element)
    if (children.length === 0) return [{ path, text: element.content.trim() }]
    return children.flatMap((child) => {
      const namesakes = children.filter(({ name }) => name === child.name)
      const position =
        namesakes.length === 1
          ? ''
          : `[${children.slice(0, children.indexOf(child) + 1).filter(({ name }) => name === child.name).length}]`
      return visit(child, `${path}/${child.name}${position}`)
    })
  }
  const leaves = visit(document.root, `/${document.root.name}`)
  document.dispose()
  return leaves
}

/** Returns a document in which every text of an element is a word of its own. */
export function withOwnWords(xml: string): string {
  let words = 0
  return xml.replace(/>([^<>]+)<\//g, (whole, text: string) => (text.trim() === '' ? whole : `>w${words++}x</`))
}
