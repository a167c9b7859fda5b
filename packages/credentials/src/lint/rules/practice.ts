import { hasMember, memberOf, objectsAt } from '../../validate/located.js'
import { isOfType, resultTypeOf } from '../awards.js'
import type { Award, LintRecord, LintReport, LintRule } from '../interface.js'
import { hoursOf, isWithinLevel, type PracticeMatch, practicesOf } from '../practices.js'
import { textAt } from '../read.js'
import { sources } from '../sources.js'

type Code =
  | 'practice-missing'
  | 'practice-type-unexpected'
  | 'practice-hours-missing'
  | 'practice-hours-unexpected'
  | 'sponsor-missing'
  | 'outcome-missing'

/** What is an experience even without a tag that says so. */
const experienceTypes = ['CoCurricular', 'CommunityService', 'Fieldwork']

/** Q18: an experience says of which kind it was, how much of it there was, who sponsored it, and what came of it. */
export const practice: LintRule<Code> = {
  id: 'Q18',
  title: 'Experiences have category, hours, sponsor and outcome',
  why: 'Experiences are named differently everywhere: only a category of an agreed list makes them comparable.',
  source: sources.practices,
  level: 'warning',
  codes: {
    'practice-missing': {},
    'practice-type-unexpected': {},
    'practice-hours-missing': {
      why: 'An afternoon of service and a semester of it can have the same name.',
      source: sources.practiceLevels,
    },
    'practice-hours-unexpected': {
      why: 'A level that the hours do not bear out makes a reader doubt both.',
      source: sources.practiceLevels,
    },
    'sponsor-missing': {
      why: 'The sponsor saw what the learner did: a reader wants to know who that was.',
      source: sources.clrGuide,
    },
    'outcome-missing': {
      why: 'Taking part is not yet learning: the outcome says what the learner can do now.',
      source: sources.clrGuide,
    },
  },
  check: (record, report) => {
    const { practices } = record.settings
    const withOutcome = achievementsWithCompetency(record)
    const experiences = record.awards
      .map((award) => ({ award, matches: practicesOf(award.achievement, practices) }))
      .filter(({ award, matches }) => matches.length > 0 || isExperience(award))
    for (const { award, matches } of experiences) {
      if (practices.length > 0) checkCategory(award, matches, record, report)
      checkHours(award, matches, report)
      checkSponsor(award, report)
      checkOutcome(award, withOutcome, report)
    }
    const [outermost] = record.learnerRecords
    if (experiences.length > 0 || outermost === undefined || outermost.compactCredentials.length > 0) return
    const message =
      'The record has no experience: no achievement is of a type such as `CoCurricular`, or has a category.'
    report('practice-missing', outermost.subject.pointer, message)
  },
}

/** A badge that stands alone is meant, whatever its type. */
const isExperience = ({ achievement, learnerRecord }: Award): boolean =>
  learnerRecord === undefined || isOfType(achievement, experienceTypes)

function checkCategory(
  { achievement }: Award,
  matches: readonly PracticeMatch[],
  { settings }: LintRecord,
  report: LintReport<Code>,
): void {
  if (matches.length === 0) {
    const names = settings.practices.map(({ name }) => name).join(', ')
    const message = `The achievement has no category: add a \`tag\` of one of these: ${names}.`
    report('practice-missing', achievement.pointer, message)
  }
  for (const { practice: each } of matches) {
    const { achievementTypes, name } = each
    if (achievementTypes === undefined || isOfType(achievement, achievementTypes)) continue
    const message = `\`achievementType\` does not fit ${name}: write ${achievementTypes.map((type) => `\`${type}\``).join(' or ')}.`
    report('practice-type-unexpected', achievement.pointer, message)
  }
}

function checkHours(award: Award, matches: readonly PracticeMatch[], report: LintReport<Code>): void {
  const hours = hoursOf(award)
  const levels = matches.flatMap(({ level }) => level ?? [])
  if (hours === undefined && levels.length === 0) {
    const message = 'Nothing says how much there was of it: add a result named `Hours`, or the `tag` of a level.'
    report('practice-hours-missing', award.subject.pointer, message)
  }
  for (const level of levels) {
    if (hours === undefined || isWithinLevel(hours, level)) continue
    const message = `The hours are not those of ${level.title}: mend the hours, or the \`tag\` of the level.`
    report('practice-hours-unexpected', award.subject.pointer, message)
  }
}

function checkSponsor({ achievement, subject }: Award, report: LintReport<Code>): void {
  const sponsors = [...objectsAt(achievement, 'creator'), ...objectsAt(subject, 'source')]
  if (sponsors.some((sponsor) => hasMember(sponsor, 'name'))) return
  const message = 'Nothing says who sponsored it: name the office or organization as `creator` of the achievement.'
  report('sponsor-missing', achievement.pointer, message)
}

function checkOutcome(
  { achievement, results }: Award,
  withOutcome: ReadonlySet<unknown>,
  report: LintReport<Code>,
): void {
  const isAssessed = results.some((described) => {
    const type = resultTypeOf(described) ?? 'Result'
    return type !== 'Result' && type !== 'Status' && !type.startsWith('ext:')
  })
  const isNamed = results.some(
    ({ description }) => description !== undefined && /outcome|competenc|skill/i.test(textAt(description, 'name')),
  )
  if (isAssessed || isNamed || hasMember(achievement, 'alignment')) return
  if (withOutcome.has(memberOf(achievement.value, 'id'))) return
  const message =
    'Nothing says what the learner learned: add an `alignment` to the outcome, a result for it, or a `Competency` associated with it.'
  report('outcome-missing', achievement.pointer, message)
}

/** Ids of achievements that an association relates to a competency. */
function achievementsWithCompetency({ learnerRecords }: LintRecord): ReadonlySet<unknown> {
  return new Set(
    learnerRecords.flatMap(({ subject, achievements }) => {
      const competencies = achievements.filter((each) => isOfType(each, ['Competency']))
      const ids = new Set(competencies.map(({ value }) => memberOf(value, 'id')))
      return objectsAt(subject, 'association').flatMap(({ value }) => {
        const [source, target] = [memberOf(value, 'sourceId'), memberOf(value, 'targetId')]
        return [...(ids.has(source) ? [target] : []), ...(ids.has(target) ? [source] : [])]
      })
    }),
  )
}
