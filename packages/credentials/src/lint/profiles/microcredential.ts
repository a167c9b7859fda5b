import type { LintProfile } from '../interface.js'
import { lintRules } from '../rules/index.js'
import { defaultSettings } from './default-settings.js'

const rules = lintRules.filter(({ id }) => !['Q17', 'Q18'].includes(id))

/** A microcredential for being able to apply something, shown by what the learner made or did. */
export const microcredentialApplication: LintProfile = {
  name: 'microcredential-application',
  title: 'A microcredential for an ability, shown by evidence',
  rules,
  levels: {},
  settings: { ...defaultSettings, shownBy: 'evidence' },
}

/** A microcredential for knowing something, shown by a validated assessment. */
export const microcredentialKnowledge: LintProfile = {
  name: 'microcredential-knowledge',
  title: 'A microcredential for knowledge, shown by an assessment',
  rules,
  levels: {},
  settings: { ...defaultSettings, shownBy: 'result' },
}

/** A badge for having attended or finished something; nothing need have been assessed. */
export const recognition: LintProfile = {
  name: 'recognition',
  title: 'A badge for attendance or completion',
  rules,
  levels: {},
  settings: { ...defaultSettings, shownBy: 'attendance' },
}
