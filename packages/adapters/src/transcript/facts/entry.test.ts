import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { applyEntry, type Entry, parseEntry, serializeEntry } from './entry.js'

const place = '/records[1]/courses[2]'

describe('entries', () => {
  it('are lines that people can read', () => {
    const entry: Entry = {
      place,
      corrections: [
        { path: 'creditEarned', text: '3.00', instead: '3' },
        { path: 'notes[1]', text: 'say "A"\nor B', instead: undefined },
        { path: 'title', text: undefined, instead: 'Course' },
      ],
    }
    const text = `${place}\ncreditEarned: "3.00" for "3"\nnotes[1]: "say \\"A\\"\\nor B"\ntitle: none for "Course"`
    expect(serializeEntry(entry)).toBe(text)
    expect(parseEntry(text)).toEqual(entry)
  })

  it('are read as they were written, whatever the texts', () => {
    const text = fc.option(fc.string({ unit: 'binary' }), { nil: undefined })
    const correction = fc.record({ path: fc.constantFrom('a', 'b[2]', 'c/d[1]/e'), text, instead: text })
    fc.assert(
      fc.property(fc.constantFrom('', place), fc.array(correction), (at, corrections) => {
        const entry = { place: at, corrections }
        expect(parseEntry(serializeEntry(entry))).toEqual(entry)
      }),
    )
  })

  it.each(['', 'A thesis on rivers', `${place}\nnot a line`, `${place}\ntitle: "\\x"`, '/a b', 'records[1]'])(
    'are nothing else: %j',
    (text) => expect(parseEntry(text)).toBeUndefined(),
  )

  it('correct what was read, unless that was changed since', () => {
    const facts = new Map([
      [`${place}/creditEarned`, '3'],
      [`${place}/grade`, 'A'],
      [`${place}/title`, 'Course'],
    ])
    const changed = applyEntry(facts, {
      place,
      corrections: [
        { path: 'creditEarned', text: '3.00', instead: '3' },
        { path: 'grade', text: 'B+', instead: 'B' },
        { path: 'title', text: undefined, instead: 'Course' },
        { path: 'section', text: '2', instead: undefined },
      ],
    })
    expect([...facts]).toEqual([
      [`${place}/creditEarned`, '3.00'],
      [`${place}/grade`, 'A'],
      [`${place}/section`, '2'],
    ])
    expect(changed).toEqual([`${place}/grade`])
  })
})
