import type { AcademicAward, AcademicProgram, AcademicRecord } from '../model/index.js'
import { AwardPrograms, type AwardsAmong, type ProgramKey } from './award-programs.js'
import { identifiersOf, tagsOf } from './carried-values.js'
import { present } from './content-id.js'
import type { TextField } from './ledger.js'
import { mapOutcome } from './map-outcome.js'
import { mapSummary } from './map-summary.js'
import type { Mapping, Setting } from './mapping.js'
import type { AchievementContent, AchievementDraft, ResultDraft } from './record-draft.js'
import { statusResult, textResult } from './results.js'
import { narrativeBesideStanding } from './standing.js'
import { termName } from './subject-time.js'

/** Program types that stand below a major. */
const belowMajor = new Set(['Concentration', 'Specialization', 'Focus'])

/** What is known of the learner in one program. */
interface Enrollment {
  readonly terms: Set<string>
  readonly notes: Set<string>
  /** Where the transcript names the program. */
  readonly nodes: AcademicProgram[]
  isCompleted: boolean
}

/** A program as it is defined where it stands. */
interface DefinedProgram {
  readonly content: AchievementContent
  readonly key: ProgramKey
}

/** What programs stand in: an award, or a term or summary of a record. */
export interface ProgramPlace {
  readonly award?: AchievementDraft | undefined
  /** The learner has the award, and is not on the way to it. */
  readonly isCompleted?: boolean | undefined
  readonly record?: AcademicRecord | undefined
}

/**
 * Maps programs, majors, minors and concentrations. A transcript names them again in every term; here each becomes one
 * achievement, and one credential that lists the terms. A program that several awards name is one for each of them.
 */
export class ProgramMapping {
  readonly #mapping: Mapping
  readonly #awards = new AwardPrograms()
  readonly #enrollments = new Map<AchievementDraft, Enrollment>()
  readonly #defined = new Map<AcademicProgram, Map<AchievementContent['creator'], DefinedProgram>>()

  constructor(mapping: Mapping) {
    this.#mapping = mapping
  }

  /** Takes note of the programs that an award names: all awards must be known before programs are mapped. */
  noteAward(achievement: AchievementDraft, award: AcademicAward, setting: Setting, record: AcademicRecord): void {
    const summarized = award.summaries.flatMap(({ program }) => program ?? [])
    const keys = [...award.programs, ...summarized].map((program) => this.#define(program, setting).key)
    this.#awards.note(achievement, keys, record)
  }

  /**
   * Maps the programs that stand side by side in a term or with an award, and returns their achievements in that order:
   * concentrations are children of the major if there is just one, and all others are part of the award. There is no
   * achievement where it cannot be told which award's program is meant.
   */
  map(
    programs: readonly AcademicProgram[],
    setting: Setting,
    place: ProgramPlace,
  ): readonly (AchievementDraft | undefined)[] {
    const { draft } = this.#mapping
    const keys = programs.map((program) => this.#define(program, setting).key)
    const beside = this.#awards.among(place.award === undefined ? keys : [], place.record)
    const achievements = programs.map((program) => this.#enroll(program, beside, setting, place))
    const majors = achievements.filter((_, index) => programs[index]?.type === 'Major')
    const [major] = majors
    for (const [index, achievement] of achievements.entries()) {
      if (achievement === undefined) continue
      const isBelow = belowMajor.has(programs[index]?.type ?? '')
      if (isBelow && major !== undefined && majors.length === 1) draft.associate('isChildOf', achievement, major)
      else if (place.award !== undefined) draft.associate('isPartOf', achievement, place.award)
    }
    return achievements
  }

  /** Adds the credentials of all programs mapped. */
  assertAll(): void {
    for (const [achievement, { terms, notes, nodes, isCompleted }] of this.#enrollments) {
      const results: ResultDraft[] = [
        ...(isCompleted ? statusResult('Program status', 'Completed', new Map([['Completed', 'Completed']])) : []),
        ...textResult('Term of enrollment', [...terms]),
      ]
      const narrative = notes.size > 0 ? [...notes].join('\n') : undefined
      this.#mapping.draft.assert({ achievement, from: nodes, results, subject: present({ narrative }) })
    }
  }

  #enroll(
    program: AcademicProgram,
    beside: AwardsAmong,
    setting: Setting,
    place: ProgramPlace,
  ): AchievementDraft | undefined {
    const { ledger, draft } = this.#mapping
    const achievement = this.#achievement(program, beside, setting, place)
    const summary = program.summary && mapSummary(this.#mapping, program.summary, 'program', setting)
    if (achievement === undefined) {
      this.#loseEnrollment(program)
      return undefined
    }
    const known = this.#enrollments.get(achievement) ?? {
      terms: new Set(),
      notes: new Set(),
      nodes: [],
      isCompleted: false,
    }
    known.nodes.push(program)
    const term = termName(ledger, setting.term)
    if (term !== undefined) known.terms.add(term)
    const note = narrativeBesideStanding(this.#mapping, program.summary ? [program.summary] : [], program)
    if (note !== undefined) known.notes.add(note)
    known.isCompleted ||= place.isCompleted ?? false
    this.#enrollments.set(achievement, known)
    if (summary !== undefined) draft.associate('isPartOf', summary, achievement)
    for (const outcome of program.outcomes ?? []) mapOutcome(this.#mapping, outcome, achievement)
    return achievement
  }

  /** Returns what a program is an enrollment in: where several awards name it, the program of one of them. */
  #achievement(
    program: AcademicProgram,
    beside: AwardsAmong,
    setting: Setting,
    { award }: ProgramPlace,
  ): AchievementDraft | undefined {
    const { draft } = this.#mapping
    const { content, key } = this.#define(program, setting)
    if (this.#awards.naming(key).size < 2) return draft.achievement(content)
    const [owner, another] = award === undefined ? beside.fitting(key) : [award]
    if (owner === undefined || another !== undefined) return undefined
    return draft.achievement(
      { ...content, description: `${content.description}, for the award ${owner.content.name}` },
      owner,
    )
  }

  #loseEnrollment(program: AcademicProgram): void {
    const { ledger } = this.#mapping
    const reason = 'Several awards name the program, and nothing tells which of them it is for here'
    ledger.lose(program, ['type', 'name', 'description'], 'ambiguous', reason, 'reduced')
    ledger.lose(program, 'notes', 'ambiguous', reason)
    const codes = Object.keys(program.codes) as TextField<AcademicProgram['codes']>[]
    ledger.lose(program.codes, codes, 'ambiguous', reason, 'reduced')
  }

  /** Returns the definition of a program, which is asked for often, and depends on who teaches it. */
  #define(program: AcademicProgram, setting: Setting): DefinedProgram {
    const creator = setting.creator()
    const byCreator = this.#defined.get(program) ?? new Map<AchievementContent['creator'], DefinedProgram>()
    const known = byCreator.get(creator)
    if (known !== undefined) return known
    const content = this.#content(program, creator)
    const defined = { content, key: JSON.stringify(content) }
    this.#defined.set(program, byCreator.set(creator, defined))
    return defined
  }

  #content(program: AcademicProgram, creator: AchievementContent['creator']): AchievementContent {
    const { ledger } = this.#mapping
    const type = program.type === undefined ? 'Program' : program.type.replace(/(?<=[a-z])(?=[A-Z])/g, ' ')
    const codes = identifiersOf(ledger, program.codes)
    const name = ledger.use(program, 'name') ?? [type, ...codes.map(({ identifier }) => identifier)].join(' ')
    return present({
      achievementType: 'LearningProgram' as const,
      name,
      description: ledger.use(program, 'description') ?? `${type}: ${name}`,
      criteria: {
        narrative:
          this.#mapping.options.criteriaTexts?.program ??
          'The institution admitted the learner to the program under its academic regulations.',
      },
      creator,
      otherIdentifier: codes,
      tag: tagsOf(ledger, program, [['type', 'AcademicProgramType']]),
    })
  }
}
