import { readFile } from 'node:fs/promises'
import path from 'node:path'
import { expect, test } from 'vitest'
import { resultOf, temporaryFolder, testamur } from '../../test/call.js'
import { sampleRecord } from '../../test/sample-record.js'
import { sampleTranscript } from '../../test/sample-transcript.js'

const person = { name: { given: 'Robin', family: 'Sample' }, ssn: '123456789', birthDate: '2002-03-14' }
const issuer = { id: 'did:web:registrar.example', name: 'Example University' }
const argv = ['export', 'pesc', 'clr.json', '--person', 'person.json']

/** A folder with a record that came from PESC. */
async function imported(more: Record<string, unknown> = {}): Promise<string> {
  const files = { 'transcript.xml': sampleTranscript(), 'issuer.json': issuer, 'person.json': person, ...more }
  const cwd = await temporaryFolder(files as Parameters<typeof temporaryFolder>[0])
  await testamur(['import', 'pesc', 'transcript.xml', '--issuer', 'issuer.json', '-o', 'clr.json'], { cwd })
  return cwd
}

interface Exported {
  readonly xml?: string
  readonly documents: readonly { readonly losses: readonly unknown[]; readonly defaults: readonly unknown[] }[]
}

test.for(['1.8', '1.6'])('a record becomes a transcript %s, which can be imported again', async (version) => {
  const cwd = await imported()
  const { code, stdout, stderr } = await testamur([...argv, '--version', version, '-o', 'out.xml'], { cwd })
  expect({ code, stdout }, stderr).toEqual({ code: 0, stdout: '' })
  const xml = await readFile(path.join(cwd, 'out.xml'), 'utf8')
  expect(xml).toContain(`urn:org:pesc:message:CollegeTranscript:v${version}.0`)
  expect(xml).toContain('<SSN>123456789</SSN>')
  expect(stderr).toContain('TransmissionType Original')
  expect(stderr).not.toContain('123456789')
  const again = await testamur(['import', 'pesc', 'out.xml', '--issuer', 'issuer.json', '-o', 'again.json'], { cwd })
  expect(again.stderr).toMatch(/^out\.xml: .*1 term, 2 courses/)
})

test('--json prints { xml, documents }, and no xml beside -o', async () => {
  const cwd = await imported()
  const whole = await resultOf<Exported>(argv, { cwd })
  expect(whole.xml).toMatch(/^<\?xml/)
  expect(whole.documents[0]?.defaults).toContainEqual({
    path: '/document',
    element: 'TransmissionType',
    value: 'Original',
  })
  const beside = await resultOf<Exported>([...argv, '-o', 'out.xml'], { cwd })
  expect(beside).not.toHaveProperty('xml')
  expect(beside.documents).toHaveLength(1)
})

test('an array becomes a batch, with a person for each record', async () => {
  const cwd = await imported({ 'persons.json': [person, { name: { composite: 'Casey Sample' } }] })
  const clr = await readFile(path.join(cwd, 'clr.json'), 'utf8')
  const two = await temporaryFolder({
    'clr.json': `[${clr},${clr}]`,
    'persons.json': [person, { name: { composite: 'Casey Sample' } }],
    'person.json': person,
  })
  const { stdout, code } = await testamur(['export', 'pesc', 'clr.json', '--person', 'persons.json'], { cwd: two })
  expect(code).toBe(0)
  expect(stdout.match(/<ColTrn:CollegeTranscript/g)).toHaveLength(2)
  expect(stdout).toContain('<CompositeName>Casey Sample</CompositeName>')
  const few = await testamur(argv, { cwd: two })
  expect(few).toMatchObject({ code: 2, stderr: expect.stringContaining('1 persons for 2 records') })
})

test('--destination names the receiver', async () => {
  const { stdout } = await testamur([...argv, '--destination', 'Other College'], { cwd: await imported() })
  expect(stdout).toMatch(/<Destination>\s*<Organization>\s*<OrganizationName>Other College</)
})

const badInputs: readonly [
  name: string,
  files: Record<string, unknown>,
  options: string[],
  code: number,
  said: RegExp,
][] = [
  ['no JSON', { 'clr.json': '{"a": ' }, [], 1, /clr\.json: .*JSON/],
  ['another document', { 'clr.json': { type: ['VerifiablePresentation'] } }, [], 1, /clr\.json: .*ClrCredential/],
  ['an empty array', { 'clr.json': '[]' }, [], 1, /ClrCredential/],
  ['a number', { 'clr.json': '7' }, [], 1, /ClrCredential/],
  [
    'a record without anything',
    { 'clr.json': { type: ['ClrCredential'], credentialSubject: 7 } },
    [],
    1,
    /ERR_TRANSCRIPT_EMPTY/,
  ],
  ['no such file', {}, [], 2, /clr\.json: there is no such file/],
  ['an unknown version', { 'clr.json': '{}' }, ['--version', '1.7'], 2, /1\.8, 1\.6/],
  ['no such person', { 'clr.json': '{}' }, ['--person', 'nobody.json'], 2, /nobody\.json: there is no such file/],
  ['a person without a name', { 'clr.json': '{}', 'person.json': { ssn: 'CANARY' } }, [], 2, /has no name/],
  [
    'a person with more',
    { 'clr.json': '{}', 'person.json': { ...person, race: 'CANARY' } },
    [],
    2,
    /does not have: race/,
  ],
  [
    'a person in numbers',
    { 'clr.json': '{}', 'person.json': { name: { given: 7 } } },
    [],
    2,
    /no text for name\.given/,
  ],
  ['a person of text', { 'clr.json': '{}', 'person.json': '"CANARY"' }, [], 2, /is no object/],
]

test.for(badInputs)('refuses %s', async ([, files, options, code, said]) => {
  const cwd = await temporaryFolder({ 'person.json': person, ...files } as Parameters<typeof temporaryFolder>[0])
  const call = options[0] === '--person' ? ['export', 'pesc', 'clr.json'] : argv
  const plain = await testamur([...call, ...options], { cwd })
  const inJson = await testamur([...call, ...options, '--json'], { cwd })
  expect({ plain: plain.code, inJson: inJson.code }, plain.stderr).toEqual({ plain: code, inJson: code })
  expect(plain.stderr).toMatch(said)
  expect(JSON.parse(inJson.stdout)).toBeTypeOf('object')
  expect(plain.stderr + inJson.stdout).not.toMatch(/CANARY|^ {4}at /m)
})

test('refuses a person that PESC does not take, without repeating it', async () => {
  const cwd = await imported({ 'person.json': { ...person, ssn: 'CANARY-1' } })
  const { code, stderr } = await testamur(argv, { cwd })
  expect({ code }).toEqual({ code: 2 })
  expect(stderr).toMatch(/person\.ssn cannot be written/)
  expect(stderr).not.toContain('CANARY')
})

test('refuses a record of hashes without a person', async () => {
  const { code, stderr } = await testamur(['export', 'pesc', 'clr.json'], { cwd: await imported() })
  expect(code).toBe(2)
  expect(stderr).toMatch(/person/)
})

test('makes a useful subset of a record of another system', async () => {
  const cwd = await temporaryFolder({ 'clr.json': sampleRecord('did:example:issuer'), 'person.json': person })
  const { documents, xml } = await resultOf<Exported>(argv, { cwd })
  expect(xml).toContain('<CourseTitle>')
  expect(documents[0]?.losses.length).toBeGreaterThan(0)
})
