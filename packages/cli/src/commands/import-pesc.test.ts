import type { ClrFromPesc } from '@testamur/adapters/pesc'
import { expect, test } from 'vitest'
import { resultOf, temporaryFolder, testamur } from '../../test/call.js'
import { jsonIn } from '../../test/registrar.js'
import { sampleTranscript } from '../../test/sample-transcript.js'

const profile = { id: 'did:web:registrar.example', name: 'Example University' }
const transcript = sampleTranscript()
const batch = `<AcademicRecordBatch><BatchContent>${[transcript, transcript]
  .map((text) => text.replace(/<\?xml.*?\?>/, ''))
  .join('')}</BatchContent></AcademicRecordBatch>`
const argv = ['import', 'pesc', 'transcript.xml', '--issuer', 'issuer.json']

interface Imported {
  readonly records: readonly ClrFromPesc[]
}

test('a transcript becomes a valid record; what it does not carry is named on standard error', async () => {
  const cwd = await temporaryFolder({ 'transcript.xml': transcript, 'issuer.json': profile })
  const { code, stdout, stderr } = await testamur([...argv, '-o', 'clr.json'], { cwd })
  expect({ code, stdout }).toEqual({ code: 0, stdout: '' })
  expect(stderr).toMatch(/^transcript\.xml: .*1 term, 2 courses/)
  expect(stderr).toMatch(/\d+ × .+ \[personal-data\]\n(.+\n)*? +\/CollegeTranscript\/Student\/Person\/SSN \(line \d+\)/)
  expect(stderr).not.toContain('000000000')
  expect((await testamur(['validate', 'clr.json'], { cwd })).code).toBe(0)
})

test('--json prints { records: [{ credential, losses, counts }] }, also beside -o', async () => {
  const cwd = await temporaryFolder({ 'transcript.xml': transcript, 'issuer.json': profile })
  const { records } = await resultOf<Imported>([...argv, '-o', 'clr.json'], { cwd })
  expect(records).toHaveLength(1)
  expect(await resultOf([...argv, '-o', '-'], { cwd })).toMatchObject({ records: [{ counts: { Course: 2 } }] })
  expect(records[0]).toMatchObject({
    counts: { AcademicSession: 1, Course: 2 },
    credential: await jsonIn(cwd, 'clr.json'),
  })
  expect(records[0]?.losses).toContainEqual(
    expect.objectContaining({ path: expect.stringMatching(/SSN$/), code: 'personal-data', disposition: 'dropped' }),
  )
})

test('without -o the record goes to standard output', async () => {
  const cwd = await temporaryFolder({ 'transcript.xml': transcript, 'issuer.json': profile })
  const { stdout } = await testamur(argv, { cwd })
  expect(JSON.parse(stdout)).toMatchObject({ type: expect.arrayContaining(['ClrCredential']), issuer: profile })
})

test('a batch becomes an array', async () => {
  const cwd = await temporaryFolder({ 'transcript.xml': batch, 'issuer.json': profile })
  const { code, stderr } = await testamur([...argv, '-o', 'clr.json'], { cwd })
  expect(code).toBe(0)
  expect(stderr).toMatch(/^transcript\.xml, transcript 2: /m)
  expect(await jsonIn(cwd, 'clr.json')).toHaveLength(2)
})

test('--learner and --valid-from are those of the record', async () => {
  const cwd = await temporaryFolder({ 'transcript.xml': transcript, 'issuer.json': profile })
  const options = ['--learner', 'did:example:learner', '--valid-from', '2026-05-15T00:00:00Z']
  const { records } = await resultOf<Imported>([...argv, ...options], { cwd })
  expect(records[0]?.credential).toMatchObject({
    validFrom: expect.stringMatching(/^2026-05-15T00:00:00/),
    credentialSubject: { id: 'did:example:learner' },
  })
})

test('one learner for several transcripts is refused, and nothing is written', async () => {
  const cwd = await temporaryFolder({ 'transcript.xml': batch, 'issuer.json': profile })
  const { code, stderr } = await testamur([...argv, '--learner', 'did:example:learner', '-o', 'clr.json'], { cwd })
  expect(code).toBe(2)
  expect(stderr).toContain('transcript.xml: the file holds 2 transcripts')
  await expect(jsonIn(cwd, 'clr.json')).rejects.toThrow('ENOENT')
})
