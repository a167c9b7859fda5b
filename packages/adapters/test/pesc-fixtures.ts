import type { AchievementCredential, ClrCredential } from '@testamur/credentials'
import { type ClrFromPesc, type ClrFromPescOptions, clrFromPescTranscript } from '../src/pesc/index.js'

/** Options that tests share. */
export const options: ClrFromPescOptions = {
  issuer: { id: 'did:web:registrar.example.edu', name: 'Example University' },
  learner: { id: 'did:example:learner', identity: 'plain' },
  validFrom: '2026-01-01T00:00:00Z',
}

const part = (name: string, content: string): string => (content === '' ? '' : `<${name}>${content}</${name}>`)

/** A College Transcript around the content of its parts. */
export function collegeTranscript(parts: {
  transmission?: string
  person?: string
  student?: string
  records?: string
}): string {
  const { transmission = '', person = '', student = '', records = record(course()) } = parts
  return (
    '<ct:CollegeTranscript xmlns:ct="urn:org:pesc:message:CollegeTranscript:v1.8.0">' +
    `${part('TransmissionData', transmission)}<Student>${part('Person', person)}${records}${student}</Student>` +
    '</ct:CollegeTranscript>'
  )
}

/** An AcademicRecord around its content. */
export function record(content: string): string {
  return `<AcademicRecord>${content}</AcademicRecord>`
}

/** A Course: what it is known by, then more. */
export function course(content = '', number = '101'): string {
  return `<Course><CourseSubjectAbbreviation>MATH</CourseSubjectAbbreviation><CourseNumber>${number}</CourseNumber><CourseTitle>Algebra</CourseTitle>${content}</Course>`
}

/** An AcademicSession in the term of a name. */
export function session(
  content: string,
  detail = '<SessionDesignator>2020-08</SessionDesignator><SessionName>Fall 2020</SessionName>',
): string {
  return `<AcademicSession><AcademicSessionDetail>${detail}</AcademicSessionDetail>${content}</AcademicSession>`
}

/** What becomes of the content of one AcademicRecord. */
export function importRecord(content: string, more: Partial<ClrFromPescOptions> = {}): ClrFromPesc {
  return clrFromPescTranscript(collegeTranscript({ records: record(content) }), { ...options, ...more })
}

/** The credentials inside a record. */
export function innerOf(clr: ClrCredential): AchievementCredential[] {
  return [...clr.credentialSubject.verifiableCredential] as AchievementCredential[]
}

/** The first credential inside a record whose achievement has a type. */
export function innerOfType(clr: ClrCredential, achievementType: string): AchievementCredential {
  const found = innerOf(clr).find(
    ({ credentialSubject }) => credentialSubject.achievement.achievementType === achievementType,
  )
  if (found === undefined) throw new Error(`no ${achievementType} in the record`)
  return found
}

/** Results of a credential, by the name of what each is a result of. */
export function resultsOf({ credentialSubject }: AchievementCredential): Record<string, string | undefined> {
  const { achievement, result = [] } = credentialSubject
  const names = new Map(achievement.resultDescription?.map(({ id, name }) => [id, name]))
  return Object.fromEntries(
    result.map(({ resultDescription = '', value }) => [names.get(resultDescription) ?? '?', value]),
  )
}

/** Codes of the losses, by the name of the element lost. */
export function lossesOf({ losses }: ClrFromPesc): Record<string, string> {
  return Object.fromEntries(losses.map(({ path, code }) => [path.slice(path.lastIndexOf('/') + 1), code]))
}

/** What becomes of a document with several AcademicRecords, or with parts outside them. */
export function importDocument(
  parts: Parameters<typeof collegeTranscript>[0],
  more: Partial<ClrFromPescOptions> = {},
): ClrFromPesc {
  return clrFromPescTranscript(collegeTranscript(parts), { ...options, ...more })
}
