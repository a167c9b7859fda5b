// Makes a signed learner record from a PESC College Transcript, with a key in an encrypted file.
import { mkdir, readFile, writeFile } from 'node:fs/promises'
import { clrFromPescTranscript } from '@testamur/adapters/pesc'
import { encryptedFileKeyStore } from '@testamur/proofs/key-stores/encrypted-file'
import { issue, verify } from 'testamur'

const folder = 'demo-output/example'
await mkdir(folder, { recursive: true })

const passphrase = process.env['TESTAMUR_PASSPHRASE'] ?? 'for trying it out only'
const keys = encryptedFileKeyStore({ directory: `${folder}/keys`, passphrase })
const { controller, verificationMethod } = await keys.generate()

const { credential, losses } = clrFromPescTranscript(await readFile('examples/data/transcript.xml'), {
  issuer: { id: controller },
  learner: 'did:example:learner',
  validFrom: new Date('2026-06-01T00:00:00Z'),
})
// What of the transcript is not in the record, and why: the first few.
for (const { path, reason } of losses.slice(0, 5)) console.log(`${path}: ${reason}`)

const clr = await issue(credential, { signer: await keys.getSigner(verificationMethod) })
await writeFile(`${folder}/clr.json`, JSON.stringify(clr, null, 2))

const report = await verify(clr)
console.log(report.outcome) // verified
