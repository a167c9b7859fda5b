import { expect, it } from 'vitest'
import { hintFor } from './hints.js'

it('says of an array where one value belongs to write the value', () => {
  expect(hintFor(['String', '?'], ['Algebra'])).toBe('Only one is taken: write it without the array.')
  expect(hintFor(['Result', '*'], ['A'])).toBeUndefined()
})

it('says how to write as an object what is only an address', () => {
  expect(hintFor(['Image', '?'], 'https://university.example/seal.png')).toContain('"type": "Image"')
  expect(hintFor(['Profilev1p1', ''], 'did:web:university.example')).toContain('"type": ["Profile"]')
  expect(hintFor(['Profile', '?'], 'did:web:university.example')).toContain('"type": ["Profile"]')
})

it('says where quotes belong', () => {
  expect(hintFor(['Float', '?'], '3')).toBe('Write the number without quotes, such as `3` or `1.5`.')
  expect(hintFor(['Boolean', ''], 'true')).toBe('Write it without quotes.')
  expect(hintFor(['String', '?'], 4711)).toBe('Write it in quotes.')
  expect(hintFor(['String', '?'], true)).toBe('Write it in quotes.')
})

it('says what a date lacks', () => {
  expect(hintFor(['DateTime', ''], '2026-05-31')).toBe('Add a time and a time zone to the date: `T00:00:00Z`.')
  expect(hintFor(['DateTime', '?'], '2026-05-31T09:00:00.5')).toMatch(/^Add the time zone: /)
  expect(hintFor(['DateTime', ''], '31 May 2026')).toBeUndefined()
  expect(hintFor(['DateTime', ''], '2026-02-30')).toBeUndefined()
})

it('names the term that was meant', () => {
  expect(hintFor(['AchievementType', '?'], 'course')).toBe('Did you mean `Course`?')
  expect(hintFor(['AchievementType', '?'], 'Micro-Credential')).toBe('Did you mean `MicroCredential`?')
  expect(hintFor(['ResultStatusType', '?'], 'Complete')).toBe('Did you mean `Completed`?')
  expect(hintFor(['AlignmentTargetType', '?'], 'CTLD')).toBe('Did you mean `CTDL`?')
})

it('does not guess a term that is far off', () => {
  for (const term of ['Bootcamp', '', 'ext', 'Course'.repeat(100)]) {
    expect(hintFor(['AchievementType', '?'], term)).toBe('A term of your own starts with `ext:`.')
    expect(hintFor(['ResultStatusType', '?'], term)).toBeUndefined()
  }
})

it('has no hint for what it does not know', () => {
  expect(hintFor(undefined, 'x')).toBeUndefined()
  for (const value of [undefined, null, {}, 7, 'x']) expect(hintFor(['constructor', ''], value)).toBeUndefined()
  expect(hintFor(['Achievement', ''], 'Algebra')).toBeUndefined()
})

it.each(['Image', 'Profile', 'Float', 'Boolean', 'DateTime', 'String', 'LanguageCode', 'AchievementType'])(
  'has no hint for an object where a value of type %s belongs',
  (type) => {
    expect(hintFor([type, ''], { en: 'Algebra' })).toBeUndefined()
  },
)
