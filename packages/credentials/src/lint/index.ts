export type { ClassName } from '../model/index.js'
export type { Located } from '../validate/interface.js'
export type {
  Award,
  DescribedResult,
  LearnerRecord,
  LintFinding,
  LintLevel,
  LintLink,
  LintOptions,
  LintPractice,
  LintPracticeLevel,
  LintProfile,
  LintProfileName,
  LintReason,
  LintRecord,
  LintReport,
  LintResult,
  LintRule,
  LintSettings,
  SensitiveTopic,
} from './interface.js'
export { lint } from './lint.js'
export type { LintLinksOptions } from './lint-links.js'
export { lintLinks } from './lint-links.js'
export { lintProfiles } from './profiles/index.js'
export { lintRules } from './rules/index.js'
