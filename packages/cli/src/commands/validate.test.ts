import { expect, test } from 'vitest'
import { temporaryFolder, testamur } from '../../test/call.js'
import { sampleRecord } from '../../test/sample-record.js'

const valid = sampleRecord('did:example:issuer')
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
  const cwd = await temporaryFolder({ 'other.json': { ...valid, type: ['VerifiableCredential', 'OtherCredential'] } })
  const { code, stdout } = await testamur(['validate', 'other.json'], { cwd })
  expect(code).toBe(0)
  expect(stdout).toMatch(/^✔ valid, with 1 warning {2}other\.json$/m)
})
