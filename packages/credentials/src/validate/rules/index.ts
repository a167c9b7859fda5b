import type { Rule } from '../interface.js'
import { achievementRules } from './achievement/index.js'
import { contextRules } from './context/index.js'
import { credentialRules } from './credential/index.js'
import { recordRules } from './record/index.js'
import { valueRules } from './value/index.js'

/** Every rule that `validate` applies. */
export const rules: readonly Rule[] = [
  ...credentialRules,
  ...contextRules,
  ...valueRules,
  ...achievementRules,
  ...recordRules,
]
