// The steps of the demo. Each takes what the steps before it made, and returns what it adds.
import { mkdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { readJson, root } from '../workspace.mjs'
import { recordFacts } from './record-facts.mjs'
import { expect, resultOf, step, table, testamur } from './stage.mjs'
import { betterGrade } from './tamper.mjs'

const folder = 'demo-output'
const files = {
  transcript: 'examples/data/transcript.xml',
  keys: `${folder}/keys`,
  issuer: `${folder}/issuer.json`,
  record: `${folder}/clr.json`,
  signed: `${folder}/clr-signed.json`,
  tampered: `${folder}/clr-tampered.json`,
}
const at = (file) => path.join(root, file)

/** What is in the example's transcript. */
const transcript = {
  terms: 8,
  courses: 40,
  credits: 130,
  averages: 2,
  degrees: 1,
  majors: 1,
  minors: 1,
  transferred: 3,
  repeated: 2,
}

async function makeKey() {
  step(
    'Make a key for the registrar',
    'An Ed25519 key, encrypted under a passphrase. Its did:key is also the id of the issuer, so nothing has to be published.',
  )
  rmSync(at(folder), { recursive: true, force: true })
  mkdirSync(at(folder))
  const verificationMethod = (await testamur(['keys', 'generate', '--keys', files.keys])).trim()
  const [issuer] = verificationMethod.split('#')
  writeFileSync(at(files.issuer), `${JSON.stringify({ id: issuer })}\n`)
  expect(issuer.startsWith('did:key:z6Mk'), `${files.issuer} names the issuer by that key`)
  return { verificationMethod }
}

async function importTranscript() {
  step(
    'Import the transcript',
    `${files.transcript} is a PESC College Transcript 1.8: a full degree. It becomes a CLR 2.0 record.`,
    'What the record does not carry is named with the reason: nothing is lost in silence.',
  )
  await testamur(['import', 'pesc', files.transcript, '--issuer', files.issuer, '-o', files.record])
  const facts = recordFacts(readJson(at(files.record)))
  table(facts.rows)
  console.log()
  for (const [name, count] of Object.entries(transcript)) {
    if (facts.counts[name] !== count) expect(false, `${count} ${name}, not ${facts.counts[name]}`)
  }
  expect(true, 'the record says what the transcript says')
  return { innerCount: facts.counts.credentials }
}

async function validateRecord() {
  step('Validate the record', 'Against the schemas and the rules of CLR 2.0 and Open Badges 3.0, without any network.')
  await testamur(['validate', files.record])
  const { valid, findings } = await resultOf(['validate', files.record])
  expect(valid && findings.length === 0, 'valid, without a warning')
}

async function issueRecord({ verificationMethod, innerCount }) {
  step(
    'Sign it',
    'Every credential inside is signed for itself, so that the learner can show one alone; then the whole record.',
  )
  await testamur(['issue', files.record, '--keys', files.keys, '--key', verificationMethod, '-o', files.signed])
  const record = readJson(at(files.signed))
  const signed = record.credentialSubject.verifiableCredential.filter(({ proof }) => proof !== undefined)
  expect(record.proof && signed.length === innerCount, `${innerCount} credentials and the record are signed`)
}

async function verifyRecord({ innerCount }) {
  step('Verify it', 'What an employer or another school does. The key is in the did:key, so this works offline.')
  await testamur(['verify', files.signed, '--offline'])
  const { outcome, credentials } = await resultOf(['verify', files.signed, '--offline'])
  const verified = credentials.filter((inner) => inner.verified).length
  expect(
    outcome === 'verified' && verified === innerCount,
    `verified: the record and the ${innerCount} credentials in it`,
  )
}

async function tamper() {
  step('Change one grade', 'Somebody edits the signed file: a single line in one of the courses.')
  const change = betterGrade(readFileSync(at(files.signed), 'utf8'))
  writeFileSync(at(files.tampered), change.text)
  table([
    ['course', change.course],
    ['line', change.line],
    ['before', change.before],
    ['after', change.after],
    ['written to', files.tampered],
  ])
  console.log()
  expect(change.changedLines === 1, 'everything else is as it was signed')
  return { tampered: change }
}

async function verifyTampered({ tampered, innerCount }) {
  step('Verify the changed copy', 'The change is found, and where it is; the other courses still stand.')
  await testamur(['verify', files.tampered, '--offline'], { exitCode: 1 })
  const { outcome, credentials } = await resultOf(['verify', files.tampered, '--offline'])
  const rejected = credentials.filter((inner) => inner.outcome === 'rejected').map(({ pointer }) => pointer)
  const verified = credentials.filter((inner) => inner.verified).length
  expect(outcome === 'rejected', 'the copy is rejected')
  expect(rejected.join() === tampered.pointer, `the one course that was changed is named: ${tampered.course}`)
  expect(verified === innerCount - 1, `the other ${verified} credentials are verified`)
}

export const steps = [makeKey, importTranscript, validateRecord, issueRecord, verifyRecord, tamper, verifyTampered]

/** What the demo leaves behind: names, and what each is. */
export function writtenFiles() {
  const size = (file) => `${Math.ceil(statSync(at(file)).size / 1024)} KiB`.padStart(7)
  return [
    [files.keys, '         the key, encrypted under a passphrase that ends with this run'],
    [files.issuer, `${size(files.issuer)}  the profile of the issuer`],
    [files.record, `${size(files.record)}  the record, not signed`],
    [files.signed, `${size(files.signed)}  the record, signed`],
    [files.tampered, `${size(files.tampered)}  the signed record with another grade`],
  ]
}
