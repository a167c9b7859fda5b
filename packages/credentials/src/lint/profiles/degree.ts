import type { LintProfile } from '../interface.js'
import { lintRules } from '../rules/index.js'
import { defaultSettings } from './default-settings.js'

/** A degree, a diploma or a certificate, alone or with the programme that led to it. */
export const degree: LintProfile = {
  name: 'degree',
  title: 'A degree, diploma or certificate',
  rules: lintRules.filter(({ id }) => !['Q05', 'Q17', 'Q18'].includes(id)),
  levels: {},
  settings: defaultSettings,
}
