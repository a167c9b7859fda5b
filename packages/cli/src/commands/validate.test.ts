import { expect, test } from 'vitest'
import { temporaryFolder, testamur } from '../../test/call.js'
import { sampleRecord } from '../../test/sample-record.js'

const valid = sampleRecord('did:example:issuer')
const oddlyTyped = {
  '@context': ['https://www.w3.org/ns/credentials/v2', 'https://purl.imsglobal.org/spec/ob/v3p0/context-3.0.3.json'],
  id: 'urn:uuid:5f3c8f0e-7c3a-4a43-8a0e-0d4f7d7c1a56',
  type: ['VerifiableCredential', 'OpenBadgeCredential'],
  name: 'Welding',
  issuer: { id: 'https://university.example', type: ['Profile'] },
  validFrom: '2026-05-31T09:00:00Z',
  credentialSubject: {
    type: ['AchievementSubject'],
    id: 'did:example:learner',
    achievement: {
      id: 'https://university.example/welding',
      type: ['Achievement'],
      achievementType: 'Zzz',
      name: 'Welding',
      description: 'Joins of mild steel.',
      criteria: { narrative: 'Pass the examination.' },
    },
  },
}
const invalid = { ...valid, name: undefined, validFrom: 'soon' }

test('a valid record: exit code 0 and one line', async () => {
  const cwd = await temporaryFolder({ 'clr.json': valid })
  expect(await testamur(['validate', 'clr.json'], { cwd })).toMatchObject({
    code: 0,
    stdout: '✔ valid  clr.json\n',
    stderr: '',
  })
})

test('an invalid record: exit code 1, and each finding with its place', async () => {
  const cwd = await temporaryFolder({ 'clr.json': invalid })
  const { code, stdout } = await testamur(['validate', 'clr.json'], { cwd })
  expect(code).toBe(1)
  expect(stdout).toMatch(/^✘ invalid: 2 errors {2}clr\.json$/m)
  expect(stdout).toMatch(/^ {2}✘ \/validFrom {2}.+ \[value-format\]$/m)
  expect(stdout).toMatch(/^ {2}✘ \(whole document\) {2}.+ \[member-missing\]$/m)
})

test('--json prints { valid, findings } and nothing else', async () => {
  const cwd = await temporaryFolder({ 'clr.json': invalid })
  const { code, stdout, stderr } = await testamur(['validate', 'clr.json', '--json'], { cwd })
  const { valid, findings } = JSON.parse(stdout) as { valid: boolean; findings: object[] }
  expect({ code, stderr, valid }).toEqual({ code: 1, stderr: '', valid: false })
  expect(findings).toContainEqual({
    rule: 'schema',
    level: 'error',
    code: 'value-format',
    pointer: '/validFrom',
    message: expect.any(String),
    source: expect.any(String),
  })
})

test('what is not JSON is invalid, with line and column', async () => {
  const cwd = await temporaryFolder({ 'clr.json': '{\n  "id": 1,\n  "id": 2\n}' })
  const { code, stdout } = await testamur(['validate', 'clr.json', '--json'], { cwd })
  expect(code).toBe(1)
  expect(JSON.parse(stdout)).toMatchObject({
    valid: false,
    findings: [{ code: 'json-duplicate-key', message: expect.stringContaining('Line 3, column 3') }],
  })
})

test('a fault of JSON is told once', async () => {
  const cwd = await temporaryFolder({ 'twice.json': '{ "id": 1, "id": 2 }' })
  const { stdout } = await testamur(['validate', 'twice.json'], { cwd })
  expect(stdout.match(/given twice/g)).toHaveLength(1)
})

test('a long message is shown whole, to the last of the values that are allowed', async () => {
  const cwd = await temporaryFolder({ 'badge.json': oddlyTyped })
  const { stdout } = await testamur(['validate', 'badge.json'], { cwd })
  expect(stdout).toMatch(/^ {2}✘ \/credentialSubject\/achievement\/achievementType {2}.{300,} \[value-not-allowed\]$/m)
  expect(stdout).not.toContain('…')
})

test('an array is validated record by record', async () => {
  const cwd = await temporaryFolder({ 'both.json': [valid, invalid] })
  const { code, stdout } = await testamur(['validate', 'both.json', '--json'], { cwd })
  expect(code).toBe(1)
  expect(JSON.parse(stdout)).toMatchObject([{ valid: true }, { valid: false }])
  expect((await testamur(['validate', 'both.json'], { cwd })).stdout).toContain(
    'invalid: 2 errors  both.json, record 2',
  )
})

test('warnings alone leave a record valid', async () => {
  const other = {
    '@context': ['https://www.w3.org/ns/credentials/v2'],
    type: ['VerifiableCredential'],
    issuer: 'did:example:issuer',
    credentialSubject: { id: 'did:example:learner' },
  }
  const cwd = await temporaryFolder({ 'other.json': other })
  const { code, stdout } = await testamur(['validate', 'other.json'], { cwd })
  expect(code).toBe(0)
  expect(stdout).toMatch(/^✔ valid, with 1 warning {2}other\.json$/m)
})

test('a hint says what to write instead', async () => {
  const cwd = await temporaryFolder({ 'clr.json': { ...valid, validFrom: '2026-05-31' } })
  const { stdout } = await testamur(['validate', 'clr.json'], { cwd })
  expect(stdout).toMatch(/^ {2}✘ \/validFrom {2}.+ \[value-format\]\n {6}→ Add a time and a time zone.+$/m)
})

test('--documents brings contexts of one’s own, so that their names are known', async () => {
  const url = 'https://university.example/terms/v1'
  const contexts = [...(valid['@context'] as string[]), url]
  const cwd = await temporaryFolder({
    'clr.json': { ...valid, '@context': contexts, honorCode: 'kept' },
    'map.json': { [url]: 'terms.json' },
    'terms.json': { '@context': { honorCode: 'https://university.example/terms#honorCode' } },
  })
  const unknown = await testamur(['validate', 'clr.json'], { cwd })
  expect(unknown.stdout).toMatch(/\[context-unknown\]/)
  const known = await testamur(['validate', 'clr.json', '--documents', 'map.json'], { cwd })
  expect(known).toMatchObject({ code: 0, stdout: '✔ valid  clr.json\n' })
})

test('what a terminal would act on is escaped, also under --json', async () => {
  const image = { id: 'https://a.example/a.png', type: 'Image', '\u009B2J\u202E\u200F': 1 }
  const cwd = await temporaryFolder({ 'clr.json': { ...valid, image } })
  for (const options of [[], ['--json']]) {
    const { stdout } = await testamur(['validate', 'clr.json', ...options], { cwd })
    expect(stdout).not.toMatch(/[\u0080-\u009F\u200E\u200F\u202E]/)
  }
  const { stdout } = await testamur(['validate', 'clr.json', '--json'], { cwd })
  const { findings } = JSON.parse(stdout) as { findings: { pointer: string }[] }
  expect(findings.map(({ pointer }) => pointer)).toContain('/image/\u009B2J\u202E\u200F')
})
