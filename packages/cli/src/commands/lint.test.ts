import { expect, test } from 'vitest'
import { temporaryFolder, testamur } from '../../test/call.js'
import { sampleRecord } from '../../test/sample-record.js'

const record = sampleRecord('did:example:issuer')

/** A badge for an experience, marked with a tag that only a list of one's own knows. */
const experience = {
  '@context': ['https://www.w3.org/ns/credentials/v2', 'https://purl.imsglobal.org/spec/ob/v3p0/context-3.0.3.json'],
  id: 'urn:uuid:5f3c8f0e-7c3a-4a43-8a0e-0d4f7d7c1a55',
  type: ['VerifiableCredential', 'OpenBadgeCredential'],
  issuer: { id: 'https://university.example', type: ['Profile'], name: 'Example University' },
  validFrom: '2026-05-31T09:00:00Z',
  credentialSubject: {
    id: 'did:example:learner',
    type: ['AchievementSubject'],
    achievement: {
      id: 'https://university.example/experiences/river',
      type: ['Achievement'],
      achievementType: 'CoCurricular',
      name: 'River watch',
      description: 'A season of water tests with the town.',
      criteria: { id: 'https://university.example/experiences/river/criteria' },
      tag: ['FIELD'],
    },
  },
}

test('advice comes with its place, its reason and its source; the profile decides how much it weighs', async () => {
  const cwd = await temporaryFolder({ 'clr.json': record })
  const general = await testamur(['lint', 'clr.json'], { cwd })
  expect(general).toMatchObject({ code: 0, stderr: '' })
  expect(general.stdout).toMatch(/^✔ no errors, with \d+ warnings.* {2}clr\.json$/m)
  const transcript = await testamur(['lint', 'clr.json', '--profile', 'transcript'], { cwd })
  expect(transcript.code).toBe(1)
  expect(transcript.stdout).toMatch(/^✘ to be mended: \d+ errors?.* {2}clr\.json$/m)
  expect(transcript.stdout).toMatch(/^ {6}why: .+ \(.+\)$/m)
})

test('--json prints { valid, findings } and nothing else', async () => {
  const cwd = await temporaryFolder({ 'clr.json': record })
  const { stdout, stderr } = await testamur(['lint', 'clr.json', '--profile', 'transcript', '--json'], { cwd })
  const { valid, findings } = JSON.parse(stdout) as { valid: boolean; findings: object[] }
  expect({ stderr, valid }).toEqual({ stderr: '', valid: false })
  expect(findings[0]).toEqual({
    rule: expect.stringMatching(/^Q\d\d$/),
    level: expect.any(String),
    code: expect.any(String),
    pointer: expect.any(String),
    message: expect.any(String),
    why: expect.any(String),
    source: expect.any(String),
  })
})

test('--practices goes by a list of one’s own', async () => {
  const practices = [{ name: 'Field study', tags: ['FIELD'] }]
  const cwd = await temporaryFolder({
    'badge.json': experience,
    'practices.json': practices,
  })
  const codes = async (...options: string[]): Promise<string[]> => {
    const call = await testamur(['lint', 'badge.json', '--profile', 'cocurricular', '--json', ...options], { cwd })
    const { findings } = JSON.parse(call.stdout) as { findings: { code: string }[] }
    return findings.map(({ code }) => code)
  }
  const own = await codes('--practices', 'practices.json')
  const others = await codes()
  expect(others.filter((code) => !own.includes(code))).not.toEqual([])
})

test.each([
  [{}],
  [[{ name: 1, tags: [] }]],
  [[{ name: 'Field study', tags: ['FIELD'], achievementTypes: 5 }]],
  [[{ name: 'Field study', tags: [], levels: [{ tag: 'F1', title: 'a day', hours: { max: '9' } }] }]],
])('a list of practices that is none is refused, with its file and the shape: %j', async (practices) => {
  const cwd = await temporaryFolder({ 'badge.json': experience, 'wrong.json': practices })
  const call = ['lint', 'badge.json', '--profile', 'cocurricular', '--practices', 'wrong.json']
  const { code, stderr } = await testamur(call, { cwd })
  expect(code).toBe(2)
  expect(stderr).toMatch(/wrong\.json: .*`practices`.*hours.*achievementTypes.*\[ERR_INVALID_OPTION\]/)
})

test.each(['general', 'transcript', 'degree', 'recognition'])(
  '--practices is refused where it would do nothing: %s',
  async (profile) => {
    const cwd = await temporaryFolder({ 'badge.json': experience, 'practices.json': [{ name: 'A', tags: [] }] })
    const call = ['lint', 'badge.json', '--profile', profile, '--practices', 'practices.json']
    const { code, stdout, stderr } = await testamur(call, { cwd })
    expect({ code, stdout }).toEqual({ code: 2, stdout: '' })
    expect(stderr).toMatch(new RegExp(`${profile}.*--profile cocurricular.*\\[ERR_USAGE\\]`))
  },
)

test('--online tries the addresses that readers are sent to', async () => {
  const cwd = await temporaryFolder({ 'badge.json': experience })
  const tried: string[] = []
  const answering =
    (status: number): typeof globalThis.fetch =>
    async (input) => {
      tried.push(String(input))
      return new Response('', { status })
    }
  const found = async (status: number): Promise<string> => {
    const call = ['lint', 'badge.json', '--online', '--json']
    return (await testamur(call, { cwd, fetch: answering(status) })).stdout
  }
  const [there, gone] = [await found(200), await found(404)]
  expect(tried).toContain('https://university.example/experiences/river/criteria')
  expect(JSON.parse(gone).findings.length).toBeGreaterThan(JSON.parse(there).findings.length)
})

test('what is not JSON, and a profile that there is not', async () => {
  const cwd = await temporaryFolder({ 'clr.json': record, 'text.json': '{' })
  expect(await testamur(['lint', 'text.json'], { cwd })).toMatchObject({ code: 1 })
  expect(await testamur(['lint', 'clr.json', '--profile', 'perfect'], { cwd })).toMatchObject({
    code: 2,
    stderr: expect.stringContaining('transcript'),
  })
})
