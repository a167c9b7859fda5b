import type { Located } from '../../validate/interface.js'
import { hasMember } from '../../validate/located.js'
import { changingStates, isInState, resultTypeOf } from '../awards.js'
import type { Award, LintRule } from '../interface.js'
import { sources } from '../sources.js'

type Code = 'in-progress-without-status' | 'average-without-status'

/** Q15: a record that can change says where to ask whether it still holds. */
export const changeable: LintRule<Code> = {
  id: 'Q15',
  title: 'Records that can change have a status',
  why: 'Without a status, or a service to refresh it, an outdated record verifies for ever.',
  source: sources.credentialStatus,
  level: 'warning',
  codes: {
    'in-progress-without-status': {
      why: 'A course in progress is finished, dropped or failed within months; the signed record goes on saying what it said.',
    },
    'average-without-status': {
      why: 'A grade point average changes with every term and every corrected grade; the signed record does not.',
    },
  },
  check: ({ awards }, report) => {
    const told = new Set<string>()
    const tell = (code: Code, { pointer }: Located, what: string): void => {
      const key = `${code} ${pointer}`
      if (told.has(key)) return
      told.add(key)
      const message = `The record has ${what} and can change: add \`credentialStatus\` or \`refreshService\`.`
      report(code, pointer, message)
    }
    for (const award of awards) {
      const { credential, learnerRecord = credential } = award
      if (hasService(credential) || hasService(learnerRecord)) continue
      if (isInState(award, changingStates)) tell('in-progress-without-status', learnerRecord, 'work in progress')
      if (hasAverage(award)) tell('average-without-status', learnerRecord, 'a grade point average')
    }
  },
}

const hasService = (credential: Located): boolean =>
  ['credentialStatus', 'refreshService'].some((member) => hasMember(credential, member))

const hasAverage = ({ results }: Award): boolean =>
  results.some((result) => resultTypeOf(result) === 'GradePointAverage')
