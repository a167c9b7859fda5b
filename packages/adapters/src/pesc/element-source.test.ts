import { describe, expect, it } from 'vitest'
import { readXmlRecords, type XmlElement } from '../xml/index.js'
import { type DropRules, ElementSource } from './element-source.js'
import { type ElementTable, elementTable, nodeFrom } from './element-table.js'

interface Thing {
  readonly title?: string | undefined
  readonly notes: readonly string[]
  readonly part?: Thing | undefined
}

const table: ElementTable<Thing> = elementTable<Thing>(
  { title: 'Title', notes: ['NoteMessage'] },
  { part: nodeFrom('Part', () => table) },
)
const rules: DropRules = new Map([
  ['Person', { code: 'personal-data', reason: 'About a person', coversAll: true }],
  ['Extension', { code: 'extension', reason: 'Private' }],
])

function parse(content: string): XmlElement {
  const [record] = readXmlRecords(`<Thing xmlns:xsi="x" xsi:nil="true">${content}</Thing>`, { isRecord: () => true })
  if (record === undefined) throw new Error('no record')
  return record.element
}

function read(source: ElementSource, element: XmlElement): Thing {
  return source.node(element, table)
}

describe('ElementSource', () => {
  it('reads text without the blanks around it, and notes with them', () => {
    const source = new ElementSource()
    expect(
      read(source, parse('<Title>\n  A b </Title><NoteMessage> 1 </NoteMessage><NoteMessage>2</NoteMessage>')),
    ).toEqual({
      title: 'A b',
      notes: [' 1 ', '2'],
      part: undefined,
    })
  })

  it('counts the elements that it is asked to count', () => {
    const source = new ElementSource()
    const element = parse('<Title>A</Title><Title>B</Title><Part><Title>C</Title></Part><Part/><Unknown>x</Unknown>')
    read(source, element)
    const counts = new Map(['Title', 'Part', 'NoteMessage', 'Unknown'].map((name) => [name, 0]))
    source.unread(element, rules, counts)
    expect(Object.fromEntries(counts)).toEqual({ Title: 3, Part: 2, NoteMessage: 0, Unknown: 1 })
  })

  it('tells where a value stood', () => {
    const source = new ElementSource()
    const thing = read(source, parse('<Title>A</Title>\n<NoteMessage>1</NoteMessage><NoteMessage>2</NoteMessage>'))
    expect(source.locate(thing, 'title')).toEqual({ path: '/Thing/Title', line: 1 })
    expect(source.locate(thing, 'notes', 1)).toEqual({ path: '/Thing/NoteMessage[2]', line: 2 })
    expect(source.locate(thing, 'part')).toBeUndefined()
    expect(source.locate({}, 'title')).toBeUndefined()
  })

  it.each([
    ['an unknown element', '<Odd>x</Odd>', '/Thing/Odd', 'unknown-element'],
    ['what is inside one', '<Odd><Title>x</Title></Odd>', '/Thing/Odd/Title', 'unknown-element'],
    ['an empty element', '<Title> </Title>', '/Thing/Title', 'empty'],
    ['an empty element that nobody reads', '<Odd/>', '/Thing/Odd', 'empty'],
    ['a second of what is single', '<Title>1</Title><Title>2</Title>', '/Thing/Title[2]', 'repeated-element'],
    [
      'what is inside a second',
      '<Part><Title>1</Title></Part><Part><Title>2</Title></Part>',
      '/Thing/Part[2]/Title',
      'repeated-element',
    ],
    ['structure where a text is due', '<Title><Code>x</Code></Title>', '/Thing/Title/Code', 'unknown-element'],
    ['what a rule names', '<Extension><Any>x</Any></Extension>', '/Thing/Extension/Any', 'extension'],
    [
      'what stands in it under a name with a rule',
      '<Extension><Person>x</Person></Extension>',
      '/Thing/Extension/Person',
      'personal-data',
    ],
    ['text between elements', 'stray<Title>1</Title>', '/Thing', 'unknown-element'],
    ['an attribute', '<Title lang="en">1</Title>', '/Thing/Title/@lang', 'unknown-element'],
  ])('reports %s', (_, content, path, code) => {
    const source = new ElementSource()
    const element = parse(content)
    read(source, element)
    expect(source.unread(element, rules)).toEqual([
      { path, code, line: 1, reason: expect.any(String), disposition: 'dropped' },
    ])
  })

  it('finds a hundred thousand unknown siblings without comparing each with each', () => {
    const source = new ElementSource()
    const element = parse('<x>1</x>'.repeat(100_000))
    read(source, element)
    expect(source.unread(element, rules)).toHaveLength(100_000)
  })
})
