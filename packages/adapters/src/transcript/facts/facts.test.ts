import { describe, expect, it } from 'vitest'
import { transcriptFromFacts } from './facts.js'

describe('transcriptFromFacts', () => {
  it('makes lists without gaps, and no node without a text', () => {
    const { records } = transcriptFromFacts(
      new Map([
        ['/records[7]/notes[2]', 'second'],
        ['/records[7]/notes[1]', 'first'],
        ['/records[7]/courses[500001]/title', 'Algebra'],
      ]),
    )
    expect(records).toHaveLength(1)
    expect(records[0]).toMatchObject({ notes: ['first', 'second'], sessions: [], courses: [{ title: 'Algebra' }] })
    expect(records[0]?.courses[0]).not.toHaveProperty('school')
    expect(records[0]?.courses[0]).toMatchObject({ subjectCodes: {}, topics: [] })
  })

  it.each([
    '/records',
    '/records[0]/legend',
    '/records[1]/legend[1]',
    '/records/legend',
    '/records[1]/courses[1]',
    '/records[1]/__proto__',
    '/constructor/name',
    '/records[1]/toString',
    '/records[1]/courses[1]/title/more',
    '/records[99999999]/legend',
    'legend',
  ])('passes over %s, and names it', (path) => {
    const unknown: string[] = []
    const transcript = transcriptFromFacts(new Map([[path, 'CANARY']]), (each) => unknown.push(each))
    expect(unknown).toEqual([path])
    expect(JSON.stringify(transcript)).not.toContain('CANARY')
    expect(Object.prototype).not.toHaveProperty('CANARY')
  })
})
