import { nodesIn } from './clr-source.js'
import { type CredentialView, dayOf, type Put, putNotes, resultNamed, taggedValues } from './credential-view.js'
import { readHonors } from './read-summary.js'

/** Level codes of colleges for the achievement types of awards, where a credential names none. */
export const awardLevels: Readonly<Record<string, string>> = {
  SecondarySchoolDiploma: 'B18',
  GeneralEducationDevelopment: 'B24',
  CertificateOfCompletion: '1.1',
  Certificate: '2.0',
  Diploma: '2.1',
  AssociateDegree: '2.3',
  BachelorDegree: '2.4',
  MasterDegree: '4.2',
  ProfessionalDoctorate: '3.1',
  ResearchDoctorate: '4.4',
  DoctoralDegree: '4.4',
}

/** Achievement types that are awards of an institution, also those without a level of their own. */
export const awardTypes: ReadonlySet<string> = new Set([
  ...Object.keys(awardLevels),
  'Degree',
  'ApprenticeshipCertificate',
  'JourneymanCertificate',
  'MasterCertificate',
  'MicroCredential',
])

/** Reads a degree, diploma or certificate out of its credential. */
export function readAward(view: CredentialView, put: Put): void {
  const { source, node, subject, achievement, achievementType = '' } = view
  put('title', source.text(achievement, 'name'))
  put('level', taggedValues(view, 'AcademicAwardLevel')[0] ?? awardLevels[achievementType])
  put('date', dayOf(source.text(node, 'awardedDate')))
  put('completionDate', dayOf(source.text(subject, 'activityEndDate')))
  const status = resultNamed(view, 'Award status')
  put('completed', status === 'Completed' ? 'true' : status === 'Not completed' ? 'false' : status)
  readHonors(view, put)
  const works = nodesIn(node, 'evidence').filter(({ genre }) => genre === 'Thesis or dissertation')
  for (const [index, evidence] of works.entries()) {
    put(`requirements[${index + 1}]/title`, source.text(evidence, 'name'))
    put(`requirements[${index + 1}]/url`, source.text(evidence, 'id'))
    const notes = source.text(evidence, 'narrative')?.split('\n') ?? []
    for (const [line, note] of notes.entries()) put(`requirements[${index + 1}]/notes[${line + 1}]`, note)
    source.useAll(evidence)
  }
  putNotes(view, put)
}
