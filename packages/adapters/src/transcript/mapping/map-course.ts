import type { AlignmentInput, IdentifierEntryInput } from '@testamur/credentials'
import type { Course, School } from '../model/index.js'
import { identifiersOf, narrativeOf, numberOf, tagsOf } from './carried-values.js'
import { categoryOf } from './categories.js'
import { present } from './content-id.js'
import { courseDescriptions, courseResults } from './course-results.js'
import type { Ledger, TextField } from './ledger.js'
import { licenseAchievement } from './licensure.js'
import { mapOutcome } from './map-outcome.js'
import type { Mapping, Setting } from './mapping.js'
import { languageTags, qualifierTags } from './qualifiers.js'
import type { AchievementContent, AchievementDraft } from './record-draft.js'
import { requireUri } from './require-uri.js'
import { subjectTime } from './subject-time.js'

/** Facts of a definition that are tags, and what each is called. */
export const courseTags: readonly (readonly [field: TextField<Course>, name: string])[] = [
  ['creditUnit', 'CourseCreditUnits'],
  ['creditLevel', 'CourseCreditLevel'],
  ['level', 'CourseLevel'],
  ['topics', 'LearningTopic'],
]
/** Numbers of a course, and the identifier type of each. */
export const courseIdentifiers: readonly (readonly [field: TextField<Course>, type: `ext:${string}`])[] = [
  ['originalId', 'ext:OriginalCourseID'],
  ['agencyId', 'ext:AgencyCourseID'],
  ['overrideSchoolNumber', 'ext:OverrideSchoolCourseNumber'],
]

/** True however the credit was come by: in class, by examination, by transfer, by exemption. */
const defaultCriteria = 'The result is the one that the institution recorded under its academic regulations.'

/**
 * Maps one attempt at a course to one credential, and returns the achievement: the course as it is taught, with its
 * credits, level, codes and all results that there can be. What belongs to the attempt (grade, repeat code, section, …)
 * are results, so that a course is the same achievement in every term and for every learner.
 */
export function mapCourse(mapping: Mapping, course: Course, setting: Setting): AchievementDraft {
  const { ledger, draft, options } = mapping
  const id = options.achievementId?.(course, setting.school)
  requireUri('achievementId', id)
  const content = courseContent(mapping, course, setting)
  const achievement = draft.achievement(content, undefined, id, courseDescriptions(course, options))
  const ownTime = subjectTime(ledger, setting.term, course)
  draft.assert({
    achievement,
    from: [course],
    results: courseResults(ledger, course, setting, options),
    subject: present({
      ...ownTime,
      creditsEarned: numberOf(ledger, course, 'creditEarned'),
      narrative: narrativeOf(ledger, course),
    }),
  })
  for (const outcome of course.outcomes) mapOutcome(mapping, outcome, achievement)
  for (const node of course.licensures) draft.associate('isRelatedTo', achievement, licenseAchievement(mapping, node))
  return achievement
}

function courseContent({ ledger, options }: Mapping, course: Course, setting: Setting): AchievementContent {
  const creator = setting.creator()
  const humanCode = [ledger.use(course, 'subject'), ledger.use(course, 'number')].filter(Boolean).join(' ')
  const name = ledger.use(course, 'title') ?? (humanCode || 'Course')
  const description = ledger.use(course, 'description')
  return present({
    achievementType: 'Course' as const,
    name,
    humanCode: humanCode || undefined,
    description:
      description ?? [humanCode, name].filter((part, index) => part && (index === 0 || part !== humanCode)).join(' '),
    criteria: { narrative: options.criteria?.(course) ?? [defaultCriteria, description].filter(Boolean).join('\n\n') },
    creator,
    creditsAvailable: numberOf(ledger, course, 'creditValue'),
    otherIdentifier: [...courseCodes(ledger, course), ...identifiersOf(ledger, course.subjectCodes)],
    tag: [
      ...tagsOf(ledger, course, courseTags),
      ...course.languages.flatMap((node) => languageTags(ledger, node)),
      ...course.requirements.flatMap((node) => qualifierTags(ledger, 'Requirement', node)),
      ...course.attributes.flatMap((node) => qualifierTags(ledger, 'Attribute', node)),
      ...course.proficiencies.flatMap((node) => qualifierTags(ledger, 'Proficiency', node)),
      ...categoryOf(options, marksOf(course)).tags,
    ],
    alignment: alignmentsOf(options, course, creator && setting.school),
  })
}

function alignmentsOf({ alignment }: Mapping['options'], course: Course, school: School | undefined): AlignmentInput[] {
  const alignments = [alignment?.(course, school) ?? []].flat()
  for (const each of alignments) requireUri('alignment', each?.targetUrl)
  return alignments
}

/** Words that can put a course into a category: codes and names of what it meets, is or shows. */
function marksOf({ requirements, attributes, proficiencies }: Course): string[] {
  return [...requirements, ...attributes, ...proficiencies].flatMap(({ codes, names, subNames }) => [
    ...codes,
    ...names,
    ...subNames,
  ])
}

function courseCodes(ledger: Ledger, course: Course): IdentifierEntryInput[] {
  return courseIdentifiers.flatMap(([field, identifierType]) => {
    const identifier = ledger.use(course, field)
    return typeof identifier === 'string' ? [{ identifierType, identifier }] : []
  })
}
