import type { AcademicRecord } from '../model/index.js'
import type { AchievementDraft } from './record-draft.js'

/** Programs are known here by their definition. */
export type ProgramKey = string

const none: ReadonlySet<never> = new Set()

/** What awards a transcript holds and which programs each of them names: two awards may name a program alike. */
export class AwardPrograms {
  readonly #awards = new Map<ProgramKey, Set<AchievementDraft>>()
  readonly #records = new Map<AchievementDraft, Set<AcademicRecord>>()

  /** Takes note that an award in a record names programs. */
  note(award: AchievementDraft, programs: readonly ProgramKey[], record: AcademicRecord): void {
    for (const program of programs) addTo(this.#awards, program, award)
    addTo(this.#records, award, record)
  }

  /** Returns the awards that name a program. */
  naming(program: ProgramKey): ReadonlySet<AchievementDraft> {
    return this.#awards.get(program) ?? none
  }

  /** True for an award that stands in a record. */
  isIn(record: AcademicRecord, award: AchievementDraft): boolean {
    return this.#records.get(award)?.has(record) ?? false
  }

  /** Returns what awards name of programs that stand side by side in a record. */
  among(programs: readonly ProgramKey[], record: AcademicRecord | undefined): AwardsAmong {
    return new AwardsAmong(this, programs, record)
  }
}

/** Tells which award's program one is that stands beside others. */
export class AwardsAmong {
  readonly #awards: AwardPrograms
  readonly #record: AcademicRecord | undefined
  /** Which of the programs each award names. */
  readonly #named = new Map<AchievementDraft, Set<ProgramKey>>()
  /** Whether an award names all that another names, as far as it was asked. */
  readonly #isWithin = new Map<AchievementDraft, Map<AchievementDraft, boolean>>()

  constructor(awards: AwardPrograms, programs: readonly ProgramKey[], record: AcademicRecord | undefined) {
    this.#awards = awards
    this.#record = record
    for (const program of programs) {
      for (const award of awards.naming(program)) addTo(this.#named, award, program)
    }
  }

  /**
   * Returns the awards that a program can belong to: those that name the others too, as far as any that names it does; and
   * among them those of the same record, if there are any.
   */
  fitting(program: ProgramKey): readonly AchievementDraft[] {
    const awards = [...this.#awards.naming(program)]
    if (awards.length < 2) return awards
    const most = awards.reduce((one, other) => (this.#size(other) > this.#size(one) ? other : one))
    // Where an award names what all the others name, those that name as many programs name the same ones.
    const fitting = awards.every((award) => this.#isNamedBy(most, award))
      ? awards.filter((award) => this.#size(award) === this.#size(most))
      : []
    const record = this.#record
    const own = record === undefined ? [] : fitting.filter((award) => this.#awards.isIn(record, award))
    return own.length > 0 ? own : fitting
  }

  #size(award: AchievementDraft): number {
    return this.#named.get(award)?.size ?? 0
  }

  /** True if the one award names all programs that the other names. */
  #isNamedBy(one: AchievementDraft, other: AchievementDraft): boolean {
    const known = this.#isWithin.get(one) ?? new Map<AchievementDraft, boolean>()
    const programs = this.#named.get(one)
    const isWithin = known.get(other) ?? [...(this.#named.get(other) ?? [])].every((program) => programs?.has(program))
    this.#isWithin.set(one, known.set(other, isWithin))
    return isWithin
  }
}

function addTo<Key, Item>(sets: Map<Key, Set<Item>>, key: Key, item: Item): void {
  const set = sets.get(key)
  if (set === undefined) sets.set(key, new Set([item]))
  else set.add(item)
}
