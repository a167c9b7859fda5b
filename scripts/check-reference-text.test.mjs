import { expect, test } from 'vitest'
import { checkReferenceText } from './check-reference-text.mjs'
import { temporaryWorkspace } from './vitest/temporary-workspace.mjs'

const words =
  'the transcript of a learner who took forty courses in eight terms and was given one degree with a major and a minor'
const schema = {
  $id: 'https://school.example/schema',
  description: words,
  properties: { a: 1, b: [2, { c: 3, d: 4 }] },
}
const reference = { 'reference/schema.json': schema, 'vectors/text.txt': `${words}\n` }
const errorsOf = (files) => checkReferenceText(temporaryWorkspace(files), temporaryWorkspace(reference)).errors

test('own files', () => {
  expect(errorsOf({ 'README.md': `About ${words}` })).toEqual([])
})

test.each([
  ['the bytes', { 'a.txt': `${words}\n` }, 'vectors/text.txt'],
  ['the text in other lines', { 'a.txt': words.replaceAll(' ', '\r\n') }, 'vectors/text.txt'],
  ['the JSON in another form', { 'a.json': JSON.stringify(schema, null, 4) }, 'reference/schema.json'],
  [
    'the JSON in another order',
    { 'a.json': { properties: { b: [2, { d: 4, c: 3 }], a: 1 }, description: words, $id: schema.$id } },
    'reference/schema.json',
  ],
])('a copy of %s', (_, files, origin) => {
  const [file] = Object.keys(files)
  expect(errorsOf(files)).toEqual([`${file}: a copy of ${origin}`])
})

test('skips by name where there is no reference data', () => {
  expect(checkReferenceText(temporaryWorkspace({}), temporaryWorkspace({})).skipped).toMatch(/no reference data/)
})
