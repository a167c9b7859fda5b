import type { AchievementType } from '@testamur/credentials'

/** Types of items that say what kind of achievement is meant; all others are competencies. */
const types: ReadonlyMap<string, AchievementType> = new Map([
  ['assessment', 'Assessment'],
  ['badge', 'Badge'],
  ['certificate', 'Certificate'],
  ['certification', 'Certification'],
  ['course', 'Course'],
  ['degree', 'Degree'],
  ['diploma', 'Diploma'],
  ['license', 'License'],
  ['microcredential', 'MicroCredential'],
  ['program', 'LearningProgram'],
  ['programme', 'LearningProgram'],
])

/** Returns the kind of achievement that an item of a type is, by its label. */
export function achievementTypeOf(itemType: string | undefined): AchievementType {
  return types.get((itemType ?? '').toLowerCase().replaceAll(/[\s-]/g, '')) ?? 'Competency'
}
