import type { DefineCommand } from './interface.js'

/**
 * The commands by their first word, in the order of the help. Each is loaded when it is called: they need different
 * packages, and a shell starts the program anew for every call.
 */
export const commands: Readonly<Record<string, () => Promise<DefineCommand>>> = {
  keys: async () => (await import('./keys.js')).keysCommands,
  import: async () => (await import('./import.js')).importCommands,
  export: async () => (await import('./export.js')).exportCommands,
  case: async () => (await import('./case.js')).caseCommands,
  issue: async () => (await import('./issue.js')).issueCommand,
  validate: async () => (await import('./validate.js')).validateCommand,
  lint: async () => (await import('./lint.js')).lintCommand,
  verify: async () => (await import('./verify.js')).verifyCommand,
}
