import type { JsonValue, Problem } from '@testamur/documents'
import type { Check, InnerVerificationReport, VerificationOutcome, VerificationReport } from 'testamur'
import { expect, test } from 'vitest'
import { paletteFor } from './palette.js'
import { treeLines } from './tree.js'
import { verificationTree } from './verification-tree.js'

const palette = paletteFor({ isTerminal: false, write: async () => undefined }, { env: {} })
const passedChecks: Check[] = [
  { id: 'parse', outcome: 'passed' },
  { id: 'proof', outcome: 'passed' },
  { id: 'status', outcome: 'not-applicable' },
]
const problem = (code: string, pointer: string): Problem => ({
  type: 'https://www.w3.org/TR/vc-data-model#RANGE_ERROR',
  code,
  title: `The title of ${code}`,
  detail: `The detail of ${code}.`,
  pointer,
})
const report = (outcome: VerificationOutcome, facts: Partial<VerificationReport> = {}): VerificationReport => ({
  outcome,
  verified: outcome === 'verified',
  mediaType: 'application/vc',
  credential: undefined,
  checks: passedChecks,
  credentials: [],
  errors: [],
  warnings: [],
  ...facts,
})
const failing = (outcome: 'rejected' | 'undetermined', found: Problem): VerificationReport =>
  report(outcome, {
    checks: [{ id: 'proof', outcome: outcome === 'rejected' ? 'failed' : 'undetermined', problem: found }],
    errors: [found],
  })
const inner = (index: number, result: VerificationReport): InnerVerificationReport => ({
  ...result,
  pointer: `/credentialSubject/verifiableCredential/${index}`,
})
const course = (name: string, achievementType = 'Course'): JsonValue => ({
  type: ['VerifiableCredential', 'AchievementCredential'],
  issuer: 'did:example:issuer',
  credentialSubject: { achievement: { achievementType, name } },
})
const record = (...credentials: JsonValue[]): JsonValue => ({
  type: ['VerifiableCredential', 'ClrCredential'],
  name: 'Record',
  issuer: 'did:example:issuer',
  credentialSubject: { verifiableCredential: credentials },
})
const linesOf = (of: VerificationReport, document: JsonValue | undefined): string[] =>
  treeLines(verificationTree(of, { name: 'clr.json', document }, palette))

test('verified credentials are counted by kind, one of a kind is named', () => {
  const document = record(course('A'), course('B'), course('Bachelor of Arts', 'BachelorDegree'))
  const credentials = [0, 1, 2].map((index) => inner(index, report('verified')))
  expect(linesOf(report('verified', { credentials }), document)).toEqual([
    '✔ verified  clr.json',
    '├─ ClrCredential “Record”',
    '├─ issuer: did:example:issuer',
    '├─ ✔ passed: parse, proof',
    '├─ – not applicable: status',
    '├─ ✔ verified  2 × Course',
    '└─ ✔ verified  BachelorDegree “Bachelor of Arts”',
  ])
})

test('what is not verified stands first and whole, with its place; the record does not repeat its cause', () => {
  const found = problem('signature-invalid', '/credentialSubject/verifiableCredential/1/proof')
  const credentials = [inner(0, report('verified')), inner(1, failing('rejected', found))]
  const document = record(course('A'), course('B'))
  expect(linesOf(report('rejected', { credentials, errors: [found] }), document).slice(5)).toEqual([
    '├─ ✘ rejected  Course “B”',
    '│  ├─ at /credentialSubject/verifiableCredential/1',
    '│  └─ ✘ proof: The title of signature-invalid',
    '│     ├─ The detail of signature-invalid.',
    '│     └─ at /credentialSubject/verifiableCredential/1/proof  [signature-invalid]',
    '└─ ✔ verified  Course “A”',
  ])
})

test('what is undetermined for the reason of the record is counted', () => {
  const found = problem('key-unobtainable', '')
  const other = { ...problem('key-unobtainable', ''), detail: 'Another reason.' }
  const document = record(...['A', 'B', 'C', 'D'].map((name) => course(name)))
  const credentials = [found, found, other].map((each, index) => inner(index, failing('undetermined', each)))
  const lines = linesOf(
    { ...failing('undetermined', found), credentials: [...credentials, inner(3, report('verified'))] },
    document,
  )
  expect(lines.filter((line) => line.startsWith('├─ ?') || line.startsWith('└─'))).toEqual([
    '├─ ? proof: The title of key-unobtainable',
    '├─ ? undetermined  Course “C”',
    '├─ ? undetermined  2 × Course, for the same reason',
    '└─ ✔ verified  Course “D”',
  ])
})

test('another issuer than the record’s is named', () => {
  const document = record({ ...(course('A') as object), issuer: { id: 'did:example:other', name: 'Other' } })
  const credentials = [inner(0, failing('undetermined', problem('key-unobtainable', '/proof')))]
  const lines = linesOf(report('undetermined', { credentials }), document)
  expect(lines[0]).toBe('? undetermined  clr.json')
  expect(lines).toContain('   ├─ issuer: Other (did:example:other)')
})

test('a check without a reason was not reached; errors that no check names are counted', () => {
  const [first, second] = [problem('a', ''), problem('b', '/x')]
  const checks: Check[] = [
    { id: 'schema', outcome: 'failed', problem: first },
    { id: 'proof', outcome: 'undetermined' },
    { id: 'issuer', outcome: 'undetermined' },
  ]
  const lines = linesOf(report('rejected', { checks, errors: [first, second] }), undefined)
  expect(lines).toEqual([
    '✘ rejected  clr.json',
    '├─ ✘ schema: The title of a',
    '│  ├─ The detail of a.',
    '│  └─ at (whole document)  [a]',
    '├─ … and 1 more error; --json names them all',
    '└─ ? not checked: proof, issuer',
  ])
})

test('of many that are not verified, the rest is counted', () => {
  const credentials = Array.from({ length: 1500 }, (_, index) => inner(index, report('rejected')))
  const document = record(...credentials.map((_, index) => course(`Course ${index}`)))
  const lines = linesOf(report('rejected', { credentials }), document)
  expect(lines.filter((line) => line.includes('✘ rejected  Course'))).toHaveLength(20)
  expect(lines.at(-1)).toBe('└─ … and 1,480 more credentials that are not verified; --json names them all')
})

test('warnings of a kind are one, with the first place', () => {
  const warnings = [problem('subject-differs', '/a'), problem('other', '/b'), problem('subject-differs', '/c')]
  expect(linesOf(report('verified', { warnings }), record()).slice(5)).toEqual([
    '├─ ! warning: The title of subject-differs (2 times, the first:)',
    '│  ├─ The detail of subject-differs.',
    '│  └─ at /a  [subject-differs]',
    '└─ ! warning: The title of other',
    '   ├─ The detail of other.',
    '   └─ at /b  [other]',
  ])
})

test('a document cannot write to the terminal what it likes', () => {
  const hostile = '\u001B[2J\r\n✔ verified \u202Egnihton'
  const document = record({ ...(course(hostile, hostile) as object), issuer: { id: hostile, name: hostile } })
  const found = problem('a', `/${hostile}`)
  const credentials = [inner(0, failing('rejected', { ...found, detail: hostile }))]
  const lines = linesOf(report('rejected', { credentials }), document)
  expect(lines).toHaveLength(11)
  expect(lines.join('')).not.toMatch(/[\p{Cc}\u202E]/u)
})

test.for<JsonValue>([null, 1, 'eyJ.e30.c2ln', [], {}, { type: 7, issuer: 7, credentialSubject: [] }])(
  'anything can be looked at: %j',
  (document) => {
    expect(linesOf(report('rejected'), document)[0]).toBe('✘ rejected  clr.json')
  },
)
