export type { ClassName, ClassNamev1p1 } from '../model/index.js'
export type {
  Finding,
  FindingCode,
  FindingLevel,
  Instance,
  InstanceClass,
  Located,
  Report,
  ReportDetails,
  Rule,
  Surroundings,
  ValidateOptions,
  ValidationResult,
  VcdmVersion,
} from './interface.js'
export { rules } from './rules/index.js'
export { validateSchema } from './schema.js'
export { validate } from './validate.js'
