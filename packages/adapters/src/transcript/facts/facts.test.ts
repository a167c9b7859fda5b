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

  it('makes a node that is named, even if no text of it is known', () => {
    const nodes = ['/records[2]/courses[3]', '/records[2]/courses[1]', '/tests', '/records[2]/courses[1]/toString']
    const made = new Map<string, object>()
    const transcript = transcriptFromFacts(new Map([['/records[2]/courses[1]/title', 'Algebra']]), {
      nodes,
      made: (node, path) => made.set(path, node),
    })
    const [record] = transcript.records
    expect(record?.courses.map(({ title }) => title)).toEqual(['Algebra', undefined])
    expect(made.get('/records[2]/courses[3]')).toBe(record?.courses[1])
    expect(transcript.tests).toEqual([])
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
    const transcript = transcriptFromFacts(new Map([[path, 'CANARY']]), { unknown: (each) => unknown.push(each) })
    expect(unknown).toEqual([path])
    expect(JSON.stringify(transcript)).not.toContain('CANARY')
    expect(Object.prototype).not.toHaveProperty('CANARY')
  })
})
