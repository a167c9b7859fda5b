import type { Located } from '../../validate/interface.js'
import { hasMember, objectsAt } from '../../validate/located.js'
import { achievementTypeOf } from '../awards.js'
import type { LintRecord, LintRule } from '../interface.js'
import { phrasePattern, textAt, textsAt } from '../read.js'
import { sources } from '../sources.js'

type Code = 'effort-missing' | 'level-missing'

/** Types of learning that carry no credit by nature: how much work it was must be said in another way. */
const nonCredit: ReadonlySet<string> = new Set([
  'ApprenticeshipCertificate',
  'Badge',
  'Certificate',
  'CertificateOfCompletion',
  'CoCurricular',
  'CommunityService',
  'Fieldwork',
  'MicroCredential',
])

/** Types that stand at a level of a qualifications framework. */
const qualifications: ReadonlySet<string> = new Set([
  'AssociateDegree',
  'BachelorDegree',
  'Certificate',
  'Degree',
  'Diploma',
  'DoctoralDegree',
  'MasterDegree',
  'MicroCredential',
  'ProfessionalDoctorate',
  'ResearchDoctorate',
])

const amount =
  /(?<!\d)\d{1,6}\s{0,3}(?:-\s{0,3})?(?:hours?|hrs?|days?|weeks?|months?|semesters?|minutes?|ects|ceus?|credits?)\b/i
const effortName = /\b(?:hours?|duration|effort|credits?|workload|weeks?)\b/i

/** Q16: learning without credit says how much work it was, a qualification at which level it stands. */
export const effortAndLevel: LintRule<Code> = {
  id: 'Q16',
  title: 'Effort and level are stated',
  why: 'Two hours on one afternoon and two hundred in a year can have the same name.',
  source: sources.alternativeCredentials,
  level: 'info',
  codes: {
    'effort-missing': {},
    'level-missing': {
      why: 'A level of a common framework says to foreign readers how high a qualification stands.',
      source: sources.recommendedPractices,
    },
  },
  check: (record, report) => {
    const dated = datedAchievements(record)
    const framework = phrasePattern(record.settings.levelFrameworks)
    for (const achievement of record.achievements) {
      const type = achievementTypeOf(achievement) ?? ''
      if (nonCredit.has(type) && !dated.has(achievement.pointer) && !saysEffort(achievement)) {
        const message =
          'Nothing says how much work it was: write `creditsAvailable`, the dates of the activity, or hours in the criteria.'
        report('effort-missing', achievement.pointer, message)
      }
      if (qualifications.has(type) && !saysLevel(achievement, framework)) {
        const message =
          'Nothing says at which level it stands: add an `alignment` to a level of EQF, of a national framework or of DQP.'
        report('level-missing', achievement.pointer, message)
      }
    }
  },
}

/** Achievements whose subject says from when to when the learner was at it, or how many credits it was. */
function datedAchievements({ awards }: LintRecord): ReadonlySet<string> {
  const telling = awards.filter(
    ({ subject }) =>
      hasMember(subject, 'creditsEarned') ||
      (hasMember(subject, 'activityStartDate') && hasMember(subject, 'activityEndDate')),
  )
  return new Set(telling.map(({ achievement }) => achievement.pointer))
}

function saysEffort(achievement: Located): boolean {
  if (hasMember(achievement, 'creditsAvailable')) return true
  if (Object.keys(achievement.value).some((member) => effortName.test(member))) return true
  const texts = [
    ...['name', 'description'].map((member) => textAt(achievement, member)),
    ...objectsAt(achievement, 'criteria').map((criteria) => textAt(criteria, 'narrative')),
    ...textsAt(achievement, 'tag'),
  ]
  const named = objectsAt(achievement, 'resultDescription').some((each) => effortName.test(textAt(each, 'name')))
  return named || texts.some((text) => amount.test(text))
}

function saysLevel(achievement: Located, framework: RegExp): boolean {
  return objectsAt(achievement, 'alignment').some((alignment) =>
    ['targetFramework', 'targetName', 'targetUrl', 'targetCode'].some((member) =>
      framework.test(textAt(alignment, member)),
    ),
  )
}
