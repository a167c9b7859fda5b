import type { AcademicProgram } from '../model/index.js'
import { identifiersOf, narrativeOf, tagsOf } from './carried-values.js'
import { present } from './content-id.js'
import { mapSummary } from './map-summary.js'
import type { Mapping, Setting } from './mapping.js'
import type { AchievementDraft, ResultDraft } from './record-draft.js'
import { statusResult, textResult } from './results.js'
import { termName } from './subject-time.js'

/** Program types that stand below a major. */
const belowMajor = new Set(['Concentration', 'Specialization', 'Focus'])

/** What is known of the learner in one program. */
interface Enrollment {
  readonly terms: Set<string>
  readonly notes: Set<string>
  isCompleted: boolean
}

/**
 * Maps programs, majors, minors and concentrations. A transcript names them again in every term; here each becomes one
 * achievement, and one credential that lists the terms.
 */
export class ProgramMapping {
  readonly #mapping: Mapping
  readonly #enrollments = new Map<AchievementDraft, Enrollment>()

  constructor(mapping: Mapping) {
    this.#mapping = mapping
  }

  /**
   * Maps the programs that stand side by side in a term or with an award, and returns their achievements in that order:
   * concentrations are children of the major if there is just one, and all others are part of the award.
   */
  map(programs: readonly AcademicProgram[], setting: Setting, award?: AchievementDraft): AchievementDraft[] {
    const { draft } = this.#mapping
    const achievements = programs.map((program) => this.#enroll(program, setting, award !== undefined))
    const majors = achievements.filter((_, index) => programs[index]?.type === 'Major')
    const [major] = majors
    for (const [index, achievement] of achievements.entries()) {
      const isBelow = belowMajor.has(programs[index]?.type ?? '')
      if (isBelow && major !== undefined && majors.length === 1) draft.associate('isChildOf', achievement, major)
      else if (award !== undefined) draft.associate('isPartOf', achievement, award)
    }
    return achievements
  }

  /** Adds the credentials of all programs mapped. */
  assertAll(): void {
    for (const [achievement, { terms, notes, isCompleted }] of this.#enrollments) {
      const results: ResultDraft[] = [
        ...(isCompleted ? statusResult('Program status', 'Completed', new Map([['Completed', 'Completed']])) : []),
        ...textResult('Term of enrollment', [...terms]),
      ]
      const narrative = notes.size > 0 ? [...notes].join('\n') : undefined
      this.#mapping.draft.assert({ achievement, results, subject: present({ narrative }) })
    }
  }

  #enroll(program: AcademicProgram, setting: Setting, isAwarded: boolean): AchievementDraft {
    const { ledger, draft } = this.#mapping
    const achievement = draft.achievement(this.#content(program, setting))
    const known = this.#enrollments.get(achievement) ?? { terms: new Set(), notes: new Set(), isCompleted: false }
    const term = termName(ledger, setting.term)
    if (term !== undefined) known.terms.add(term)
    const note = narrativeOf(ledger, program)
    if (note !== undefined) known.notes.add(note)
    known.isCompleted ||= isAwarded
    this.#enrollments.set(achievement, known)
    if (program.summary !== undefined) {
      const summary = mapSummary(this.#mapping, program.summary, 'program', setting)
      if (summary !== undefined) draft.associate('isPartOf', summary, achievement)
    }
    return achievement
  }

  #content(program: AcademicProgram, { creator }: Setting) {
    const { ledger } = this.#mapping
    const type = program.type === undefined ? 'Program' : program.type.replace(/(?<=[a-z])(?=[A-Z])/g, ' ')
    const codes = identifiersOf(ledger, program.codes)
    const name = ledger.use(program, 'name') ?? [type, ...codes.map(({ identifier }) => identifier)].join(' ')
    return present({
      achievementType: 'LearningProgram' as const,
      name,
      description: `${type}: ${name}`,
      criteria: { narrative: 'The institution admitted the learner to the program under its academic regulations.' },
      creator: creator(),
      otherIdentifier: codes,
      tag: tagsOf(ledger, program, [['type', 'AcademicProgramType']]),
    })
  }
}
