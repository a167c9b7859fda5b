import { describe, expect, it } from 'vitest'
import * as awards from './award-layout.js'
import * as courses from './course-layout.js'
import type { Layout, Row } from './layout.js'
import * as messages from './message-layout.js'
import * as organizations from './organization-layout.js'
import { person } from './person-layout.js'
import * as records from './record-layout.js'

const isLayout = (value: unknown): value is Layout => typeof value === 'object' && value !== null && 'table' in value
const layouts = [awards, courses, messages, organizations, records]
  .flatMap((module) => Object.entries(module))
  .filter((entry): entry is [string, Layout] => isLayout(entry[1]))

/** Elements of a layout that no table of the reader knows: they could never be written. */
function unknown({ table, rows }: Layout, seen = new Set<Layout>()): string[] {
  const elementsOf = (row: Row): string[] => {
    if (row.kind === 'choice') return row.rows.flatMap(elementsOf)
    const entry = table.byElement.get(row.element)
    if (row.kind === 'text') return entry?.text === undefined ? [row.element] : []
    const inner = row.layoutOf({})
    const below = seen.has(inner) ? [] : unknown(inner, seen.add(inner))
    return [...(entry?.node === undefined && row.of === undefined ? [row.element] : []), ...below]
  }
  return rows.flatMap(elementsOf)
}

describe('layouts', () => {
  it.each([...layouts, ['person', person] as const])('%s names elements that the reader knows', (_, layout) => {
    expect(unknown(layout)).toEqual([])
  })
})
