import { type Problem, TestamurError } from '@testamur/documents'
import type { IssueErrorCode } from '../errors.js'

/** What {@link issue} throws: why, and the problems with their pointers. */
export class IssueError extends TestamurError<IssueErrorCode> {
  override readonly name: string = 'IssueError'
  /** What is wrong and where. */
  readonly problems: readonly Problem[]

  constructor(code: IssueErrorCode, message: string, problems: readonly Problem[], advice?: string) {
    const [first] = problems
    const where = first === undefined ? '' : ` at "${first.pointer}": ${first.detail.replace(/\.$/, '')}`
    super(code, message + where, { advice })
    this.problems = problems
  }
}
