import type { LintProfile } from '../interface.js'
import { lintRules } from '../rules/index.js'
import { defaultSettings } from './default-settings.js'
import { tennesseePractices } from './tennessee-practices.js'

/** Experiences beside the curriculum and high-impact practices in courses. The list of practices is an example. */
export const cocurricular: LintProfile = {
  name: 'cocurricular',
  title: 'Co-curricular experiences and high-impact practices',
  rules: lintRules.filter(({ id }) => !['Q05', 'Q17'].includes(id)),
  levels: { 'program-missing': 'info' },
  settings: { ...defaultSettings, practices: tennesseePractices },
}
