import type { LintProfile, LintProfileName } from '../interface.js'
import { cocurricular } from './cocurricular.js'
import { degree } from './degree.js'
import { general } from './general.js'
import { microcredentialApplication, microcredentialKnowledge, recognition } from './microcredential.js'
import { transcript } from './transcript.js'

/**
 * The profiles by name. Make one of your own from the one that is nearest.
 *
 * @example
 * ```ts
 * import { type LintProfile, lintProfiles } from '@testamur/credentials/lint'
 *
 * const { transcript } = lintProfiles
 *
 * export const ours: LintProfile = {
 *   ...transcript,
 *   name: 'ours',
 *   levels: { ...transcript.levels, Q07: 'error', 'language-missing': 'off' },
 *   settings: { ...transcript.settings, minimumCriteriaLength: 80 },
 * }
 * ```
 */
export const lintProfiles: Readonly<Record<LintProfileName, LintProfile>> = {
  general,
  transcript,
  degree,
  'microcredential-application': microcredentialApplication,
  'microcredential-knowledge': microcredentialKnowledge,
  recognition,
  cocurricular,
}
