import type { ClrFromPesc } from '@testamur/adapters/pesc'
import { expect, test } from 'vitest'
import { resultOf, temporaryFolder, testamur } from '../../test/call.js'
import { jsonIn } from '../../test/registrar.js'
import { sampleRecord } from '../../test/sample-record.js'
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

test.each([
  ['a high school transcript', transcript.replaceAll('CollegeTranscript', 'HighSchoolTranscript')],
  [
    'JSON',
    JSON.stringify({ Student: { AcademicRecord: { Course: [{ CourseTitle: 'Algebra' }, { CourseTitle: 'Art' }] } } }),
  ],
])('%s becomes a record too', async (_, content) => {
  const cwd = await temporaryFolder({ transcript: content, 'issuer.json': profile })
  const { records } = await resultOf<Imported>(['import', 'pesc', 'transcript', '--issuer', 'issuer.json'], { cwd })
  expect(records).toMatchObject([
    { counts: { Course: 2 }, credential: { type: expect.arrayContaining(['ClrCredential']) } },
  ])
})

test.each([
  ['JSON that ends too early', '{"CollegeTranscript":{"SSN":"000000000"', 'ERR_JSON_NOT_WELL_FORMED'],
  ['JSON of something else', '{"type":"ClrCredential"}', 'ERR_PESC_ROOT'],
  ['another message', '<RequestForTranscript/>', 'ERR_PESC_ROOT'],
])('%s is the fault of the file', async (_, content, code) => {
  const cwd = await temporaryFolder({ transcript: content, 'issuer.json': profile })
  const call = await testamur(['import', 'pesc', 'transcript', '--issuer', 'issuer.json'], { cwd })
  expect(call.code).toBe(1)
  expect(call.stderr).toContain(code)
  expect(call.stderr).not.toContain('000000000')
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

test('--include carries what is left out by default', async () => {
  const standing = '<AcademicSummary><Delinquencies>None</Delinquencies><ClassRank>3</ClassRank></AcademicSummary>'
  const source = transcript.replace('</AcademicRecord>', `${standing}</AcademicRecord>`)
  const cwd = await temporaryFolder({ 'transcript.xml': source, 'issuer.json': profile })
  const notRequested = async (...options: string[]): Promise<string[]> => {
    const { records } = await resultOf<Imported>([...argv, ...options], { cwd })
    const losses = records.flatMap((record) => record.losses.filter(({ code }) => code === 'not-requested'))
    return losses.map(({ path }) => path.replace(/.*\//, ''))
  }
  expect(await notRequested()).toEqual(['ClassRank', 'Delinquencies'])
  expect(await notRequested('--include', 'class-rank')).toEqual(['Delinquencies'])
  expect(await notRequested('--include', 'class-rank, standing')).toEqual([])
})

test('--identity says how the name of the learner is carried, beside --learner', async () => {
  const cwd = await temporaryFolder({ 'transcript.xml': transcript, 'issuer.json': profile })
  const recordWith = async (...options: string[]): Promise<string> =>
    JSON.stringify(
      (await resultOf<Imported>([...argv, '--learner', 'did:example:learner', ...options], { cwd })).records[0]
        ?.credential,
    )
  expect(await recordWith()).toContain('sha256$')
  expect(await recordWith()).not.toContain('Canary')
  expect(await recordWith('--identity', 'plain')).toContain('Canary')
  const none = await recordWith('--identity', 'none')
  expect(none).toContain('did:example:learner')
  expect(none).not.toMatch(/sha256\$|Canary/)
})

test.for([
  { issuer: sampleRecord(profile.id), reason: 'this is a credential', pointers: [] },
  {
    issuer: { ...sampleRecord(profile.id), type: ['Profile'], name: 'Example University' },
    reason: 'A `Profile` has no member `@context`',
    pointers: ['/@context', '/issuer', '/validFrom', '/credentialSubject'],
  },
  { issuer: { ...profile, type: ['Organization'] }, reason: 'at "/type"', pointers: ['/type'] },
  { issuer: { ...profile, nmae: 'x' }, reason: 'A `Profile` has no member `nmae`', pointers: ['/nmae'] },
  {
    issuer: { ...profile, parentOrg: { ...profile, type: ['Profile'], proof: {} } },
    reason: 'A `Profile` has no member `proof`',
    pointers: ['/parentOrg/proof'],
  },
])('what is no profile is no issuer: $reason', async ({ issuer, reason, pointers }) => {
  const cwd = await temporaryFolder({ 'transcript.xml': transcript, 'issuer.json': issuer })
  const { code, stdout, stderr } = await testamur([...argv, '--json'], { cwd })
  expect(code).toBe(2)
  expect(stderr).toContain('issuer.json: ')
  expect(stderr).toContain(reason)
  const { error } = JSON.parse(stdout) as { error: { code: string; problems?: { pointer: string }[] } }
  expect(error.code).toBe('ERR_FILE_CONTENT')
  expect((error.problems ?? []).map(({ pointer }) => pointer)).toEqual(pointers)
})

test('a whole profile is an issuer', async () => {
  const whole = {
    ...profile,
    type: 'Profile',
    url: 'https://registrar.example',
    parentOrg: { ...profile, type: ['Profile'] },
  }
  const cwd = await temporaryFolder({ 'transcript.xml': transcript, 'issuer.json': whole })
  const { records } = await resultOf<Imported>(argv, { cwd })
  expect(records[0]?.credential.issuer).toMatchObject({ ...whole, type: ['Profile'] })
})

test('one learner for several transcripts is refused, and nothing is written', async () => {
  const cwd = await temporaryFolder({ 'transcript.xml': batch, 'issuer.json': profile })
  const { code, stderr } = await testamur([...argv, '--learner', 'did:example:learner', '-o', 'clr.json'], { cwd })
  expect(code).toBe(2)
  expect(stderr).toContain('transcript.xml: the file holds 2 transcripts')
  await expect(jsonIn(cwd, 'clr.json')).rejects.toThrow('ENOENT')
})
