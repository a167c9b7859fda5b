import type { AcademicRecord } from '../model/index.js'
import type { AchievementDraft } from './record-draft.js'

/** Programs are known here by their definition. */
type ProgramKey = string

/** What awards a transcript holds and which programs each of them names: two awards may name a program alike. */
export class AwardPrograms {
  readonly #programs = new Map<AchievementDraft, Set<ProgramKey>>()
  readonly #records = new Map<AchievementDraft, Set<AcademicRecord>>()

  /** Takes note that an award in a record names programs. */
  note(award: AchievementDraft, programs: readonly ProgramKey[], record: AcademicRecord): void {
    this.#programs.set(award, new Set([...(this.#programs.get(award) ?? []), ...programs]))
    this.#records.set(award, new Set([...(this.#records.get(award) ?? []), record]))
  }

  /** Returns the awards that name a program. */
  naming(program: ProgramKey): readonly AchievementDraft[] {
    return [...this.#programs].filter(([, programs]) => programs.has(program)).map(([award]) => award)
  }

  /**
   * Returns those of the awards that a program can belong to where it stands in a record beside others: the awards that
   * name the others too, as far as any does; and among them those of the same record, if there are any.
   */
  narrowed(
    awards: readonly AchievementDraft[],
    beside: readonly ProgramKey[],
    record: AcademicRecord | undefined,
  ): readonly AchievementDraft[] {
    const names = (award: AchievementDraft, program: ProgramKey) => this.#programs.get(award)?.has(program) ?? false
    const telling = beside.filter((program) => awards.some((award) => names(award, program)))
    const fitting = awards.filter((award) => telling.every((program) => names(award, program)))
    const own = fitting.filter((award) => record !== undefined && this.#records.get(award)?.has(record))
    return own.length > 0 ? own : fitting
  }
}
