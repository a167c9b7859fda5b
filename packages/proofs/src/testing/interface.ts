/** One check of a published contract. Give it to any test framework: `test(check.name, check.run)`. */
export interface ContractCheck {
  /** What must hold, as a sentence. */
  readonly name: string
  /** Resolves when it holds, rejects with an `Error` that says what was found instead. */
  readonly run: () => Promise<void>
}
