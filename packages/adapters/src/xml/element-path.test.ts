import { expect, it } from 'vitest'
import { anyName, ElementPaths } from './element-path.js'
import { readXmlRecords } from './read-records.js'

it('gives positions where a name repeats, and nowhere else', () => {
  const xml = '<a><b/><c/><b><d/></b></a>'
  const [record] = readXmlRecords(xml, { isRecord: (name) => name === 'a' })
  const [first, c, second] = record?.element.children ?? []
  const d = second?.children[0]
  expect([first, c, second, d].map((element) => element && new ElementPaths().pathOf(element))).toEqual([
    '/a/b[1]',
    '/a/c',
    '/a/b[2]',
    '/a/b[2]/d',
  ])
})

it('counts records whose siblings are gone', () => {
  const records = [...readXmlRecords('<r><s><a><x/></a><a><x/></a></s></r>', { isRecord: (name) => name === 'a' })]
  expect(records.map(({ element }) => new ElementPaths().pathOf(element.children[0] ?? element))).toEqual([
    '/r/s/a[1]/x',
    '/r/s/a[2]/x',
  ])
})

it('shows no name that is to be hidden, and says which sibling it is', () => {
  const xml = '<a><b/><secret/><b><secret/></b><secret><d/></secret></a>'
  const [record] = readXmlRecords(xml, { isRecord: (name) => name === 'a' })
  const paths = new ElementPaths(({ name }) => (name === 'secret' ? anyName : name))
  const [, first, b, second] = record?.element.children ?? []
  expect([first, b?.children[0], second?.children[0]].map((element) => element && paths.pathOf(element))).toEqual([
    '/a/*[2]',
    '/a/b[2]/*',
    '/a/*[4]/d',
  ])
})
