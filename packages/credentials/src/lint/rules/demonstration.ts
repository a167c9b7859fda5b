import { childPointer } from '@testamur/documents/json'
import { hasMember, objectsAt } from '../../validate/located.js'
import { isOfType } from '../awards.js'
import type { Award, LintRecord, LintReport, LintRule } from '../interface.js'
import { sources } from '../sources.js'

type Code =
  | 'evidence-missing'
  | 'evidence-on-subject'
  | 'result-description-missing'
  | 'result-missing'
  | 'no-demonstration'

const knowledgeWhy = 'Knowledge counts by how it was assessed: the result says how well, its description on what scale.'

/** Q05: a microcredential shows the learning in the way of its kind: by evidence, by results, or not at all. */
export const demonstration: LintRule<Code> = {
  id: 'Q05',
  title: 'The learning is shown in the way of its kind',
  why: 'That somebody can apply something is shown by what they made or did; a reader wants to look at it.',
  source: sources.microcredentials,
  level: 'warning',
  codes: {
    'evidence-missing': {},
    'evidence-on-subject': {
      why: 'Software looks for evidence at the credential, where the specification has it, and will not find it here.',
      source: sources.evidence,
    },
    'result-description-missing': { why: knowledgeWhy },
    'result-missing': { why: knowledgeWhy },
    'no-demonstration': {
      why: 'Recognition needs no assessment. But where there was one, a reader gives more weight to what shows it.',
      level: 'info',
    },
  },
  check: (record, report) => {
    const { shownBy } = record.settings
    if (shownBy === undefined) return
    for (const award of microcredentialsOf(record)) {
      checkPlaceOfEvidence(award, report)
      if (shownBy === 'evidence') checkEvidence(award, report)
      else if (shownBy === 'result') checkResult(award, report)
      else checkAttendance(award, report)
    }
  },
}

/** A badge that stands alone is meant, whatever its type; in a learner record those of the types. */
const microcredentialsOf = ({ awards, settings }: LintRecord): Award[] =>
  awards.filter(
    ({ achievement, learnerRecord }) =>
      learnerRecord === undefined || isOfType(achievement, settings.microcredentialTypes),
  )

const hasEvidence = ({ credential }: Award): boolean =>
  objectsAt(credential, 'evidence').some((each) =>
    ['id', 'narrative', 'name', 'description'].some((member) => hasMember(each, member)),
  )

function checkEvidence(award: Award, report: LintReport<Code>): void {
  if (hasEvidence(award)) return
  const message =
    'The credential has no `evidence`: add what the learner made or did, by its address (`id`) or in words (`narrative`).'
  report('evidence-missing', award.credential.pointer, message)
}

function checkPlaceOfEvidence({ subject }: Award, report: LintReport<Code>): void {
  if (!hasMember(subject, 'evidence')) return
  const message = '`evidence` stands at the subject: move it to the credential.'
  report('evidence-on-subject', childPointer(subject.pointer, 'evidence'), message)
}

function checkResult({ achievement, subject, results }: Award, report: LintReport<Code>): void {
  if (!hasMember(achievement, 'resultDescription')) {
    const message = 'The achievement has no `resultDescription`: add one for the examination, with its scale.'
    report('result-description-missing', achievement.pointer, message)
  }
  const tells = results.some(
    ({ result, description }) =>
      description !== undefined && ['value', 'achievedLevel', 'status'].some((member) => hasMember(result, member)),
  )
  if (tells) return
  const message = 'The subject has no `result` that refers to a result description: add what the learner reached.'
  report('result-missing', subject.pointer, message)
}

function checkAttendance(award: Award, report: LintReport<Code>): void {
  if (hasEvidence(award) || award.results.length > 0) return
  const message =
    'There is neither `evidence` nor `result`. Recognition needs neither; add them if there was an assessment.'
  report('no-demonstration', award.credential.pointer, message)
}
