import type { SummaryScope } from '../interface.js'
import type { AcademicRecord, AcademicSession, Course, School } from '../model/index.js'
import { narrativeOf } from './carried-values.js'
import { mapAdditional } from './map-additional.js'
import { awardAchievement, mapAward } from './map-award.js'
import { categoryWords, mapCoCurricular } from './map-co-curricular.js'
import { mapCourse } from './map-course.js'
import { mapExperience } from './map-experience.js'
import { mapSummary, type SummaryContext } from './map-summary.js'
import type { Mapping, Setting } from './mapping.js'
import type { ProgramMapping } from './program-mapping.js'
import type { AchievementDraft } from './record-draft.js'
import { type Attempt, associateRepeats } from './repeats.js'
import type { Schools } from './schools.js'
import { narrativeBesideStanding } from './standing.js'
import { termName } from './subject-time.js'

/** Maps academic records, one after the other. */
export class RecordMapping {
  readonly #mapping: Mapping
  readonly #programs: ProgramMapping
  readonly #schools: Schools
  /** Remarks that have no achievement to stand with. */
  readonly remarks: string[] = []

  constructor(mapping: Mapping, programs: ProgramMapping, schools: Schools) {
    this.#mapping = mapping
    this.#programs = programs
    this.#schools = schools
  }

  /** Takes note of all awards of a record and the programs each names, before any program is mapped. */
  noteAwards(record: AcademicRecord): void {
    for (const { awards, term, school } of [{ ...record, term: undefined }, ...record.sessions]) {
      for (const award of awards) {
        const setting = this.#schools.setting(term, school, record.school)
        this.#programs.noteAward(awardAchievement(this.#mapping, award, setting), award, setting, record)
      }
    }
  }

  /** Maps one record with everything in it. */
  map(record: AcademicRecord): void {
    const { ledger } = this.#mapping
    const setting = (): Setting => this.#schools.setting(undefined, record.school)
    for (const award of record.awards) mapAward(this.#mapping, this.#programs, award, setting())
    const noted = [record, ...(record.studentLevel ? [record.studentLevel] : [])]
    const { summaries, studentLevel } = record
    this.#mapSummaries(record, 'record', setting, { summaries, studentLevel, noted })
    const attempts = [
      ...record.courses.map((course) =>
        this.#attempt(course, this.#schools.setting(undefined, course.school, record.school)),
      ),
      ...record.sessions.flatMap((session) => this.#mapSession(record, session)),
    ]
    associateRepeats(this.#mapping, attempts)
    for (const additional of record.additionalAchievements) mapAdditional(this.#mapping, additional)
    if (record.coCurricular !== undefined) mapCoCurricular(this.#mapping, record.coCurricular, setting())
    this.#remarkOnSchool(record.school, holdsNothing(record))
    const legend = ledger.use(record, 'legend')
    this.#remark(legend && `Legend: ${legend}`)
    this.#remark(narrativeOf(ledger, ...record.additionalAchievements))
  }

  #mapSession(record: AcademicRecord, session: AcademicSession): Attempt[] {
    const { draft } = this.#mapping
    const { term, studentLevel, summaries } = session
    const setting = (course?: Course): Setting =>
      this.#schools.setting(term, course?.school, session.school, record.school)
    for (const award of session.awards) mapAward(this.#mapping, this.#programs, award, setting())
    const programs = session.programs.length === 0 ? [] : this.#programs.map(session.programs, setting(), { record })
    const attempts = session.courses.map((course) => this.#attempt(course, setting(course)))
    for (const { course, achievement } of attempts) {
      for (const program of programsOf(course, programs)) {
        if (program !== undefined) draft.associate('isPartOf', achievement, program)
      }
    }
    const marks = categoryWords(record)
    for (const experience of session.experiences) mapExperience(this.#mapping, experience, setting(), marks)
    this.#remarkOnSchool(session.school, false)
    const noted = [session, term, ...(studentLevel ? [studentLevel] : [])]
    this.#mapSummaries(record, 'term', setting, { summaries, term, studentLevel, noted })
    return attempts
  }

  #attempt(course: Course, setting: Setting): Attempt {
    return { course, achievement: mapCourse(this.#mapping, course, setting), schoolId: setting.creator()?.id }
  }

  /** The first summary that says something takes the facts of the term or record with it; remarks need no summary. */
  #mapSummaries(record: AcademicRecord, scope: SummaryScope, setting: () => Setting, context: SummaryContext): void {
    const { draft, ledger } = this.#mapping
    let rest: SummaryContext | undefined = context
    for (const summary of context.summaries) {
      const achievement = mapSummary(this.#mapping, summary, scope, setting(), rest)
      if (achievement !== undefined) rest = undefined
      const [program] =
        summary.program === undefined ? [] : this.#programs.map([summary.program], setting(), { record })
      if (achievement !== undefined && program !== undefined) draft.associate('isPartOf', achievement, program)
    }
    if (rest === undefined) return
    const remark = narrativeBesideStanding(this.#mapping, rest.summaries, ...rest.noted)
    const term = remark && termName(ledger, rest.term)
    this.#remark(term ? `${term}: ${remark}` : remark)
  }

  /** A school that was attended is worth a line where nothing else is known of it; and so is what is noted about it. */
  #remarkOnSchool(school: School | undefined, isAllThereIs: boolean): void {
    if (school === undefined || (school.notes.length === 0 && !isAllThereIs)) return
    const { ledger } = this.#mapping
    const name = ledger.useFirst(school, 'names') ?? 'School'
    const code = isAllThereIs ? ledger.use(school, 'overrideCode') : undefined
    const notes = ledger.use(school, 'notes')
    this.#remark([code === undefined ? name : `${name} (${code})`, ...notes].join(': '))
  }

  #remark(text: string | undefined): void {
    if (text !== undefined) this.remarks.push(text)
  }
}

function holdsNothing({ awards, summaries, sessions, courses, additionalAchievements }: AcademicRecord): boolean {
  return [awards, summaries, sessions, courses, additionalAchievements].every(({ length }) => length === 0)
}

/**
 * The programs of a term that the source says a course counts for. That the learner was in only one program then does
 * not say it.
 */
function programsOf(
  { applicability }: Course,
  programs: readonly (AchievementDraft | undefined)[],
): readonly (AchievementDraft | undefined)[] {
  if (applicability === 'FirstProgram') return programs.slice(0, 1)
  if (applicability === 'SecondProgram') return programs.slice(1, 2)
  return applicability === 'BothPrograms' ? programs.slice(0, 2) : []
}
