import { expect, test } from 'vitest'
import { recordFacts } from './record-facts.mjs'
import { betterGrade } from './tamper.mjs'

const course = (name, grade, { term = 'Fall', other } = {}) => ({
  credentialSubject: {
    achievement: {
      achievementType: 'Course',
      name,
      humanCode: `${name} 1`,
      resultDescription: [
        { id: `urn:${name}:grade`, name: 'Grade', resultType: 'LetterGrade' },
        { id: `urn:${name}:other`, name: 'School override', resultType: 'Result' },
      ],
    },
    term,
    creditsEarned: 3,
    result: [
      { resultDescription: `urn:${name}:grade`, value: grade },
      ...(other ? [{ resultDescription: `urn:${name}:other`, value: other }] : []),
    ],
  },
})
const record = (...verifiableCredential) => ({ credentialSubject: { verifiableCredential } })

test('the worst letter is made an A, and that is one line', () => {
  const signed = `${JSON.stringify(record(course('X', 'B'), course('Y', 'D+', { other: 'F' }), course('Z', 'P')), undefined, 2)}\n`
  const { text, ...change } = betterGrade(signed)
  expect(change).toEqual({
    course: 'Y (Y 1)',
    pointer: '/credentialSubject/verifiableCredential/1',
    line: signed.split('\n').findIndex((line) => line.includes('"D+"')) + 1,
    before: '"value": "D+"',
    after: '"value": "A"',
    changedLines: 1,
  })
  expect(text).toBe(signed.replace('"D+"', '"A"'))
})

test('a file that was written in another way shows more than one change', () => {
  expect(betterGrade(JSON.stringify(record(course('X', 'B')), undefined, 3)).changedLines).toBeGreaterThan(1)
})

test('what a record says is counted', () => {
  const { counts } = recordFacts(record(course('X', 'A'), course('Y', 'B', { term: 'Spring', other: 'Transfer' })))
  expect(counts).toMatchObject({
    credentials: 2,
    courses: 2,
    terms: 2,
    credits: 6,
    transferred: 1,
    repeated: 0,
    degrees: 0,
  })
})
