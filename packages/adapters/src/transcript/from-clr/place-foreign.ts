import type { JsonObject } from '@testamur/documents/json'
import type { Facts } from '../facts/index.js'
import type { ClrSource } from './clr-source.js'
import type { CredentialView, Put } from './credential-view.js'
import { associationsIn, designatorOf, type Placement, programPlaces } from './placement.js'
import { awardTypes } from './read-award.js'
import { readAt } from './read-credential.js'
import { readForeignExperience } from './read-experience.js'

/** What a transcript can hold, and where. */
type Kind = 'course' | 'award' | 'program' | 'summary' | 'experience' | 'test' | 'license'

const experienceTypes = new Set(['Fieldwork', 'CommunityService', 'CoCurricular', 'LearningExperience'])

/**
 * Reads the credentials that remember no place in a transcript: those that another system made. Courses, degrees,
 * averages and what else a transcript has an element for find a place; every other credential is a loss.
 */
export function placeForeign(
  source: ClrSource,
  views: readonly CredentialView[],
  subject: JsonObject | undefined,
  placement: Placement,
  facts: Facts,
): void {
  const kinds = views.map((view) => [kindOf(view), view] as const)
  for (const [kind, { node, otherIssuer }] of kinds) {
    if (kind === undefined || otherIssuer === undefined) continue
    source.reduce(
      node,
      'issuer',
      'A transcript is the word of one sender: its own issuer is named as the school at most',
    )
  }
  const awards = new Map<unknown, string>()
  for (const [kind, view] of kinds) {
    if (kind !== 'award') continue
    const place = placement.place('awards', view, designatorOf(view))
    readAt(view, place, facts)
    awards.set(view.achievement?.['id'], place)
  }
  for (const [kind, view] of kinds) {
    if (kind === undefined) {
      const reason = 'A transcript has no place for achievements of its type'
      source.lose(view.node, 'no-equivalent', reason)
    } else if (kind === 'program') {
      for (const place of programPlaces(view, placement, awards, associationsIn(subject))) readAt(view, place, facts)
    } else if (kind !== 'award') readSimple(kind, view, placement, facts)
  }
}

function readSimple(
  kind: Exclude<Kind, 'award' | 'program'>,
  view: CredentialView,
  placement: Placement,
  facts: Facts,
): void {
  if (kind === 'test') {
    readAt(view, placement.next(`${placement.next('/tests')}/subtests`), facts)
  } else if (kind === 'license') {
    const place = `${placement.inRecord('additionalAchievements')}/licensures[1]`
    const name = view.source.text(view.achievement, 'name')
    if (name !== undefined) facts.set(`${place}/names[1]`, name)
  } else if (kind === 'experience') {
    // A transcript has experiences in sessions only.
    const term = view.source.text(view.subject, 'term') ?? startMonth(view)
    const [session] = term === undefined ? [] : placement.sessions([term])
    if (session === undefined) {
      const reason = 'A transcript has experiences in terms only, and it names none'
      view.source.lose(view.node, 'no-equivalent', reason)
      return
    }
    const place = placement.next(`${session}/experiences`)
    const put: Put = (path, text) => text !== undefined && facts.set(`${place}/${path}`, text)
    readForeignExperience(view, put)
  } else {
    const list = kind === 'course' ? 'courses' : 'summaries'
    readAt(view, placement.place(list, view, designatorOf(view)), facts)
  }
}

function kindOf({ achievement, achievementType = '', results }: CredentialView): Kind | undefined {
  if (achievement === undefined) return undefined
  if (achievementType === 'Course') return 'course'
  if (awardTypes.has(achievementType)) return 'award'
  if (results.some(({ resultType }) => resultType === 'GradePointAverage')) return 'summary'
  if (achievementType === 'LearningProgram') return 'program'
  if (experienceTypes.has(achievementType)) return 'experience'
  if (achievementType === 'License') return 'license'
  return achievementType === 'Assessment' && results.length > 0 ? 'test' : undefined
}

function startMonth({ source, subject }: CredentialView): string | undefined {
  return source.text(subject, 'activityStartDate')?.slice(0, 7)
}
