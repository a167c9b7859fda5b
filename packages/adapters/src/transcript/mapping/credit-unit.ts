import type { AchievementCredentialInput, AchievementInput } from '@testamur/credentials'
import type { ClrFromTranscriptOptions } from '../interface.js'

const tag = 'pesc:CourseCreditUnits='

/**
 * Returns the achievement with the credit unit as a member of the caller's own, and the context that the member needs:
 * Open Badges has no unit for credits. Both stay as they are without the option, or without a unit.
 */
export function withCreditUnit(
  achievement: AchievementInput,
  { creditUnitIri }: ClrFromTranscriptOptions,
): [context: Pick<AchievementCredentialInput, '@context'>, achievement: AchievementInput] {
  const unit = achievement.tag?.find((each) => each.startsWith(tag))?.slice(tag.length)
  const [name] = /[A-Za-z][A-Za-z0-9]*$/.exec(creditUnitIri ?? '') ?? []
  if (creditUnitIri === undefined || unit === undefined || name === undefined) return [{}, achievement]
  return [{ '@context': [{ [name]: creditUnitIri }] }, { ...achievement, [name]: unit } as AchievementInput]
}
