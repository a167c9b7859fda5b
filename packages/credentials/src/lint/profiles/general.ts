import type { LintProfile } from '../interface.js'
import { lintRules } from '../rules/index.js'
import { defaultSettings } from './default-settings.js'

/** Rules that know what kind of record it is. */
const particular = ['Q05', 'Q17', 'Q18']

/**
 * What applies to any record. Only what `validate` and the builders refuse too is an error, so that whatever a builder
 * makes is free of errors here.
 */
export const general: LintProfile = {
  name: 'general',
  title: 'Any record',
  rules: lintRules.filter(({ id }) => !particular.includes(id)),
  levels: {
    Q01: 'warning',
    Q02: 'warning',
    Q06: 'warning',
    'result-description-unknown': 'error',
    'result-status-missing': 'error',
    Q09: 'warning',
    'activity-reversed': 'error',
    'validity-reversed': 'error',
    'program-missing': 'info',
    Q12: 'warning',
  },
  settings: defaultSettings,
}
