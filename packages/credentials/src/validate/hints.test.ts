import { expect, it } from 'vitest'
import { hintFor } from './hints.js'

it('says of an array where one value belongs to write the value', () => {
  expect(hintFor(['String', '0..1'], ['Algebra'])).toBe('Only one is taken: write it without the array.')
  expect(hintFor(['Result', '0..*'], ['A'])).toBeUndefined()
})

it('says how to write as an object what is only an address', () => {
  expect(hintFor(['Image', '0..1'], 'https://university.example/seal.png')).toContain('"type": "Image"')
  expect(hintFor(['Profilev1p1', '1'], 'did:web:university.example')).toContain('"type": ["Profile"]')
  expect(hintFor(['Profile', '0..1'], 'did:web:university.example')).toContain('"type": ["Profile"]')
})

it('says where quotes belong', () => {
  expect(hintFor(['Float', '0..1'], '3')).toBe('Write the number without quotes, such as `3` or `1.5`.')
  expect(hintFor(['Boolean', '1'], 'true')).toBe('Write it without quotes.')
  expect(hintFor(['String', '0..1'], 4711)).toBe('Write it in quotes.')
  expect(hintFor(['Markdown', '0..1'], true)).toBe('Write it in quotes.')
})

it('says what a date lacks', () => {
  expect(hintFor(['DateTimeZ', '1'], '2026-05-31')).toBe('Add a time and a time zone to the date: `T00:00:00Z`.')
  expect(hintFor(['DateTime', '0..1'], '2026-05-31T09:00:00.5')).toMatch(/^Add the time zone: /)
  expect(hintFor(['DateTimeZ', '1'], '31 May 2026')).toBeUndefined()
  expect(hintFor(['DateTimeZ', '1'], '2026-02-30')).toBeUndefined()
})

it('names the term that was meant', () => {
  expect(hintFor(['AchievementType', '0..1'], 'course')).toBe('Did you mean `Course`?')
  expect(hintFor(['AchievementType', '0..1'], 'Micro-Credential')).toBe('Did you mean `MicroCredential`?')
  expect(hintFor(['ResultStatusType', '0..1'], 'Complete')).toBe('Did you mean `Completed`?')
  expect(hintFor(['AlignmentTargetType', '0..1'], 'CTLD')).toBe('Did you mean `CTDL`?')
})

it('does not guess a term that is far off', () => {
  for (const term of ['Bootcamp', '', 'ext', 'Course'.repeat(100)]) {
    expect(hintFor(['AchievementType', '0..1'], term)).toBe('A term of your own starts with `ext:`.')
    expect(hintFor(['ResultStatusType', '0..1'], term)).toBeUndefined()
  }
})

it('has no hint for what it does not know', () => {
  expect(hintFor(undefined, 'x')).toBeUndefined()
  for (const value of [undefined, null, {}, 7, 'x']) expect(hintFor(['constructor', '1'], value)).toBeUndefined()
  expect(hintFor(['Achievement', '1'], 'Algebra')).toBeUndefined()
})

it.each(['Image', 'Profile', 'Float', 'Boolean', 'DateTimeZ', 'String', 'LanguageCode', 'AchievementType'])(
  'has no hint for an object where a value of type %s belongs',
  (type) => {
    expect(hintFor([type, '1'], { en: 'Algebra' })).toBeUndefined()
  },
)
