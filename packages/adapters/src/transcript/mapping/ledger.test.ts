import { describe, expect, it } from 'vitest'
import type { SourcePlace } from '../interface.js'
import { Ledger } from './ledger.js'

const node = () => ({
  title: 'Algebra',
  number: '101',
  missing: undefined,
  notes: ['one', 'two'],
  school: { name: 'X' },
})

describe('Ledger', () => {
  it('loses every text that nobody took, with its place', () => {
    const losses = new Ledger().losses({ courses: [node()] })
    expect(losses.map(({ path }) => path)).toEqual([
      '/courses[1]/title',
      '/courses[1]/number',
      '/courses[1]/notes[1]',
      '/courses[1]/notes[2]',
      '/courses[1]/school/name',
    ])
    expect(new Set(losses.map(({ code, disposition }) => `${code} ${disposition}`))).toEqual(
      new Set(['no-equivalent dropped']),
    )
  })

  it('keeps what was taken, and returns it', () => {
    const course = node()
    const ledger = new Ledger()
    expect(ledger.use(course, 'title')).toBe('Algebra')
    expect(ledger.useFirst(course, 'notes')).toBe('one')
    expect(ledger.losses(course).map(({ path }) => path)).toEqual(['/number', '/notes[2]', '/school/name'])
  })

  it('lets a later entry stand for an earlier one', () => {
    const course = node()
    const ledger = new Ledger()
    ledger.use(course, 'number')
    ledger.lose(course, 'number', 'invalid-value', 'No number', 'reduced')
    ledger.loseRest(course, 'superseded', 'Another stands there')
    expect(ledger.losses(course).map(({ path, code, disposition }) => [path, code, disposition])).toEqual([
      ['/title', 'superseded', 'dropped'],
      ['/number', 'invalid-value', 'reduced'],
      ['/notes[1]', 'superseded', 'dropped'],
      ['/notes[2]', 'superseded', 'dropped'],
      ['/school/name', 'superseded', 'dropped'],
    ])
  })

  it('does not report that something absent was lost', () => {
    const course = node()
    const ledger = new Ledger()
    ledger.lose(course, ['missing'], 'not-requested', 'Not asked for')
    expect(ledger.losses({ course }).some(({ path }) => path.endsWith('missing'))).toBe(false)
  })

  it('asks where a value stood, and holds no value', () => {
    const course = node()
    const locate = (_: object, field: string, index?: number): SourcePlace => ({ path: `${field} ${index}`, line: 7 })
    const losses = new Ledger({ locate }).losses(course)
    expect(losses[3]).toMatchObject({ path: 'notes 1', line: 7 })
    expect(JSON.stringify(losses)).not.toContain('Algebra')
  })
})
