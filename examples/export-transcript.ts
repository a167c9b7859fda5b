// Makes a College Transcript of a learner record again, in an older version, after a grade was corrected in the record.
import { readFile } from 'node:fs/promises'
import { clrFromPescTranscript, pescFromClr, transcriptsFromPesc } from '@testamur/adapters/pesc'
import type { AchievementCredential } from '@testamur/credentials'

const { credential } = clrFromPescTranscript(await readFile('examples/data/transcript.xml'), {
  issuer: { id: 'did:web:registrar.example.edu' },
  learner: 'did:example:learner',
  validFrom: new Date('2026-06-01T00:00:00Z'),
})

// The registrar corrects the credits of one course in the record itself.
const corrected = structuredClone(credential)
const [course] = corrected.credentialSubject.verifiableCredential as readonly AchievementCredential[]
Object.assign(course?.credentialSubject ?? {}, { creditsEarned: 4 })

// A CLR carries neither the name in plain words nor identity numbers: who exports supplies the person.
const { xml, losses, defaults } = pescFromClr(corrected, {
  version: '1.6',
  person: { name: { given: 'Robin', middle: ['Q'], family: 'Sample' }, birthDate: '2002-03-14' },
  destination: { names: ['Another University'] },
})
const changed = losses.filter(({ code }) => code === 'superseded')
console.log(`${changed.length} text differs from the transcript that the record came from`) // 1 text differs from the transcript that the record came from
console.log(defaults.map(({ element }) => element).join(' ')) // DocumentID CreatedDateTime DocumentTypeCode TransmissionType

for (const { counts } of transcriptsFromPesc(xml)) {
  console.log(`${counts.AcademicSession} terms, ${counts.Course} courses`) // 8 terms, 40 courses
}
