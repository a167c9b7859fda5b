export type { ClassName } from '../model/index.js'
export type {
  Finding,
  FindingCode,
  FindingLevel,
  Located,
  Report,
  Rule,
  ValidationResult,
} from './interface.js'
export { rules } from './rules/index.js'
export { validate } from './validate.js'
export { validateSchema } from './validate-schema.js'
