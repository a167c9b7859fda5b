import { childPointer } from '@testamur/documents/json'
import type { Located } from '../../validate/interface.js'
import { hasMember, objectsAt } from '../../validate/located.js'
import type { LintReport, LintRule, LintSettings } from '../interface.js'
import { textAt } from '../read.js'
import { sources } from '../sources.js'

type Code =
  | 'name-missing'
  | 'name-boilerplate'
  | 'description-missing'
  | 'description-boilerplate'
  | 'description-repeats'
  | 'criteria-missing'
  | 'criteria-boilerplate'
  | 'criteria-repeats'
  | 'criteria-short'

/** Q01: name, description and criteria are there, and say something. */
export const wording: LintRule<Code> = {
  id: 'Q01',
  title: 'Name, description and criteria say something',
  why: 'They are all that most readers ever see of an achievement, and all that tells it from others of its kind.',
  source: sources.achievement,
  level: 'error',
  codes: {
    'name-missing': {},
    'name-boilerplate': {},
    'description-missing': {},
    'description-boilerplate': {},
    'description-repeats': {
      why: 'A reader who does not know the name learns nothing more from the description.',
      level: 'warning',
    },
    'criteria-missing': {
      why: 'Without criteria nobody can tell what the learner did to earn it.',
      source: sources.criteria,
    },
    'criteria-boilerplate': {
      why: 'Without criteria nobody can tell what the learner did to earn it.',
      source: sources.criteria,
    },
    'criteria-repeats': {
      why: 'What an achievement is called does not tell what the learner did to earn it.',
      source: sources.criteria,
    },
    'criteria-short': {
      why: 'A few words hardly tell what the learner did, and how it was judged.',
      source: sources.criteria,
    },
  },
  check: ({ achievements, settings }, report) => {
    for (const achievement of achievements) {
      checkName(achievement, settings, report)
      checkDescription(achievement, settings, report)
      checkCriteria(achievement, settings, report)
    }
  },
}

function checkName(achievement: Located, settings: LintSettings, report: LintReport<Code>): void {
  const name = textAt(achievement, 'name')
  const place = childPointer(achievement.pointer, 'name')
  if (name === '') {
    report('name-missing', achievement.pointer, 'The achievement has no `name`: write what it is called.')
  } else if (isBoilerplate(name, settings)) {
    report('name-boilerplate', place, '`name` is a filler: write what the achievement is called.')
  }
}

function checkDescription(achievement: Located, settings: LintSettings, report: LintReport<Code>): void {
  const description = textAt(achievement, 'description')
  const place = childPointer(achievement.pointer, 'description')
  if (description === '') {
    const message = 'The achievement has no `description`: write in a sentence or two what it is about.'
    report('description-missing', achievement.pointer, message)
  } else if (isBoilerplate(description, settings)) {
    report('description-boilerplate', place, '`description` is a filler: write what the achievement is about.')
  } else if (isSame(description, textAt(achievement, 'name'))) {
    report('description-repeats', place, '`description` repeats `name`: write what the achievement is about.')
  }
}

function checkCriteria(achievement: Located, settings: LintSettings, report: LintReport<Code>): void {
  const [criteria] = objectsAt(achievement, 'criteria')
  if (criteria === undefined || !(hasMember(criteria, 'id') || hasMember(criteria, 'narrative'))) {
    reportNoCriteria(achievement, criteria, report)
    return
  }
  const narrative = textAt(criteria, 'narrative')
  const place = childPointer(criteria.pointer, 'narrative')
  const { minimumCriteriaLength } = settings
  if (narrative === '') return
  if (isBoilerplate(narrative, settings)) {
    const message = 'The criteria are a filler: write what a learner must do to earn the achievement.'
    report('criteria-boilerplate', place, message)
  } else if (['name', 'description'].some((member) => isSame(narrative, textAt(achievement, member)))) {
    const message = 'The criteria repeat `name` or `description`: write what a learner must do to earn the achievement.'
    report('criteria-repeats', place, message)
  } else if (narrative.length < minimumCriteriaLength) {
    const message = `The criteria have fewer than ${minimumCriteriaLength} characters: write what a learner must do, and how it is judged.`
    report('criteria-short', place, message)
  }
}

function reportNoCriteria(achievement: Located, criteria: Located | undefined, report: LintReport<Code>): void {
  const advice = 'write in their `narrative` what a learner must do to earn it.'
  if (criteria !== undefined) {
    report('criteria-missing', criteria.pointer, `The \`criteria\` of the achievement say nothing: ${advice}`)
  } else if (hasMember(achievement, 'criteria')) {
    const message = '`criteria` is no object: make it one, and write in its `narrative` what a learner must do.'
    report('criteria-missing', childPointer(achievement.pointer, 'criteria'), message)
  } else {
    report('criteria-missing', achievement.pointer, `The achievement has no \`criteria\`: ${advice}`)
  }
}

/** Texts that differ in capitals, blanks and punctuation only are the same. */
const plain = (text: string): string =>
  text
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()

const isSame = (text: string, other: string): boolean => plain(text) !== '' && plain(text) === plain(other)

/** True for one of the fillers, and for texts without a letter or digit. */
function isBoilerplate(text: string, { boilerplate }: LintSettings): boolean {
  const compared = plain(text)
  return compared === '' || boilerplate.some((filler) => plain(filler) === compared)
}
