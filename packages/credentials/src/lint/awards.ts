import type { ResultStatusType } from '../model/index.js'
import type { Located } from '../validate/interface.js'
import { memberOf } from '../validate/located.js'
import type { Award, DescribedResult } from './interface.js'

/** States in which more will come. */
export const changingStates: readonly ResultStatusType[] = ['Enrolled', 'InProgress', 'OnHold', 'Provisional']

/** States in which an achievement is not, or not yet, all that it could be. */
export const unfinishedStates: readonly ResultStatusType[] = [...changingStates, 'Withdrew']

/** True when a result says that the learner is in one of these states. Without such a result all is completed. */
export const isInState = ({ results }: Award, states: readonly ResultStatusType[]): boolean =>
  results.some(({ result }) => states.some((state) => state === memberOf(result.value, 'status')))

/** Returns the achievement type, if there is one. */
export function achievementTypeOf({ value }: Located): string | undefined {
  const type = memberOf(value, 'achievementType')
  return typeof type === 'string' && type !== '' ? type : undefined
}

/** True for achievements of one of these types. */
export const isOfType = (achievement: Located, types: readonly string[]): boolean =>
  types.includes(achievementTypeOf(achievement) ?? '')

/** True for a course. */
export const isCourse = ({ achievement }: Award): boolean => isOfType(achievement, ['Course'])

/** Returns the result type of a result's description, if there is one. */
export function resultTypeOf({ description }: DescribedResult): string | undefined {
  const type = description && memberOf(description.value, 'resultType')
  return typeof type === 'string' ? type : undefined
}
