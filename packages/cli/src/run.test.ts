import { expect, test } from 'vitest'
import { temporaryFolder, testamur } from '../test/call.js'

const commands = ['keys generate', 'keys list', 'import pesc', 'issue', 'validate', 'verify']

test('--help names the commands, the exit codes and the environment', async () => {
  const cwd = await temporaryFolder()
  const { code, stdout, stderr } = await testamur(['--help'], { cwd })
  expect({ code, stderr }).toEqual({ code: 0, stderr: '' })
  for (const word of [
    'keys generate',
    'keys list',
    'import pesc',
    'issue',
    'validate',
    'verify',
    'Exit codes',
    'TESTAMUR_PASSPHRASE',
  ]) {
    expect(stdout).toContain(word)
  }
})

test.for(commands)('%s --help explains its options, --json among them', async (command) => {
  const cwd = await temporaryFolder()
  const { code, stdout, stderr } = await testamur([...command.split(' '), '--help'], { cwd })
  expect({ code, stderr }).toEqual({ code: 0, stderr: '' })
  expect(stdout).toContain(`Usage: testamur ${command}`)
  expect(stdout).toContain('--json')
  expect(stdout).toContain(`\nExample:\n  testamur ${command} `)
})

test('--version prints the version', async () => {
  const cwd = await temporaryFolder()
  expect(await testamur(['--version'], { cwd })).toMatchObject({
    code: 0,
    stdout: expect.stringMatching(/^\d+\.\d+\.\d+\n$/),
  })
})

test.for([
  { call: '', reason: 'a command is missing' },
  { call: 'keys', reason: 'a command is missing' },
  { call: 'import', reason: 'a command is missing' },
  { call: 'help frobnicate', reason: 'a command is missing' },
  { call: 'frobnicate', reason: "unknown command 'frobnicate'" },
  { call: 'verfy clr.json', reason: 'Did you mean verify?' },
  { call: 'keys burn', reason: "unknown command 'burn'" },
  { call: 'verify', reason: "missing required argument 'FILE'" },
  { call: 'verify a.json b.json', reason: 'too many arguments' },
  { call: 'verify a.json --frobnicate', reason: "unknown option '--frobnicate'" },
  { call: 'verify a.json --schema ignore', reason: 'Allowed choices are reject, warn' },
  { call: 'verify a.json --at yesterday', reason: 'Give a date and time with its offset' },
  { call: 'verify a.json --at 2026-02-30T00:00:00Z', reason: 'Give a date and time with its offset' },
  { call: 'verify a.json --at 2026-02-03T00:00:00', reason: 'Give a date and time with its offset' },
  { call: 'verify a.json --documents', reason: 'argument missing' },
  { call: 'import pesc a.xml', reason: "required option '--issuer <PROFILE>' not specified" },
  { call: 'import pesc a.xml --issuer i.json --valid-from 2026', reason: 'Give a date and time with its offset' },
  { call: 'import pesc a.xml --issuer i.json --learner robin', reason: 'Give a DID or another absolute URI' },
  { call: 'issue a.json --key k', reason: "required option '--keys <DIR>' not specified" },
  { call: 'issue a.json --keys k', reason: "required option '--key <VERIFICATION_METHOD>' not specified" },
  { call: 'verify a.json --documents -', reason: 'Only FILE can be standard input' },
  { call: 'issue a.json --keys k --key k --documents -', reason: 'Only FILE can be standard input' },
  { call: 'import pesc a.xml --issuer -', reason: 'Only FILE can be standard input' },
  { call: 'import pesc a.xml --issuer i.json --include rank', reason: 'Give class-rank or standing' },
  { call: 'import pesc a.xml --issuer i.json --identity md5', reason: 'Allowed choices are hashed, plain, none' },
  { call: "verify ''", reason: 'The name is empty' },
  { call: "validate ''", reason: 'The name is empty' },
  { call: "issue '' --keys k --key k", reason: 'The name is empty' },
  { call: "issue a.json --keys k --key k -o ''", reason: 'The name is empty' },
  { call: "import pesc '' --issuer i.json", reason: 'The name is empty' },
  { call: "import pesc a.xml --issuer ''", reason: 'The name is empty' },
  { call: "keys list --keys ''", reason: 'The name is empty' },
])('"testamur $call" is the call’s fault: $reason', async ({ call, reason }) => {
  const cwd = await temporaryFolder()
  const argv = call
    .split(' ')
    .filter((word) => word !== '')
    .map((word) => (word === "''" ? '' : word))
  const plain = await testamur(argv, { cwd })
  expect(plain).toMatchObject({ code: 2, stdout: '' })
  expect(plain.stderr).toContain(reason)
  expect(plain.stderr.trimEnd().split('\n')).toHaveLength(1)

  if (call.endsWith('--documents')) return // there --json is its argument
  const { code, stdout } = await testamur([...argv, '--json'], { cwd })
  expect(code).toBe(2)
  expect(JSON.parse(stdout)).toEqual({ error: { code: 'ERR_USAGE', message: expect.stringContaining(reason) } })
})

test('a mistake of Testamur is told in one line: no stack trace, and not its message, which may quote a record', async () => {
  const cwd = await temporaryFolder({ 'clr.json': '{}' })
  const world = { cwd, fileSystem: { readFile: () => Promise.reject(new RangeError('canary')) } }
  const { code, stdout, stderr } = await testamur(['validate', 'clr.json', '--json'], world)
  expect(code).toBe(2)
  expect(stderr).toMatch(/^testamur: .+ \(RangeError\).+TESTAMUR_DEBUG=1.+ \[ERR_INTERNAL\]\n$/)
  expect(JSON.parse(stdout)).toMatchObject({ error: { code: 'ERR_INTERNAL' } })
  expect(stdout + stderr).not.toContain('canary')

  const debugged = await testamur(['validate', 'clr.json'], { ...world, env: { TESTAMUR_DEBUG: '1' } })
  expect(debugged.stderr).toContain('RangeError: canary\n    at ')
})
