import type { LintProfile } from '../interface.js'
import { lintRules } from '../rules/index.js'
import { defaultSettings } from './default-settings.js'

/** A transcript: courses with terms, credits and grades, and what they add up to. */
export const transcript: LintProfile = {
  name: 'transcript',
  title: 'A transcript: courses, grades, averages',
  rules: lintRules.filter(({ id }) => !['Q05', 'Q18'].includes(id)),
  // Courses are no badges: they are read in a list, not shown one by one.
  levels: { 'image-missing': 'off', 'tags-missing': 'off', 'endorsement-missing': 'off' },
  settings: defaultSettings,
}
