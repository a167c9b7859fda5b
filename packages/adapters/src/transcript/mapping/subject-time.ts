import type { Term } from '../model/index.js'
import { dateOf } from './carried-values.js'
import type { Ledger } from './ledger.js'

/** Members of an achievement subject that tell when. */
export interface SubjectTime {
  readonly term?: string
  readonly activityStartDate?: string
  readonly activityEndDate?: string
}

/** Returns the name that people have for a term, else its year and month. */
export function termName(ledger: Ledger, term: Term | undefined): string | undefined {
  return term && (ledger.use(term, term.name === undefined ? 'designator' : 'name') as string | undefined)
}

/** Returns when something in a term was, from its own dates if it has any, else from those of the term. */
export function subjectTime(
  ledger: Ledger,
  term: Term | undefined,
  own?: Pick<Term, 'beginDate' | 'endDate'>,
): SubjectTime {
  const dated = own?.beginDate !== undefined || own?.endDate !== undefined ? own : term
  const name = termName(ledger, term)
  const start = dated && dateOf(ledger, dated, 'beginDate')
  const end = dated && dateOf(ledger, dated, 'endDate')
  if (dated !== undefined && start !== undefined && end !== undefined && Date.parse(end) < Date.parse(start)) {
    ledger.lose(dated, ['beginDate', 'endDate'], 'invalid-value', 'The end is before the beginning')
    return { ...(name !== undefined && { term: name }) }
  }
  return {
    ...(name !== undefined && { term: name }),
    ...(start !== undefined && { activityStartDate: start }),
    ...(end !== undefined && { activityEndDate: end }),
  }
}
