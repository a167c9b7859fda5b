import type { Command } from 'commander'
import type { ExitCode } from '../exit-codes.js'
import type { Io } from '../io/index.js'

/**
 * Adds a command to the one above it: its arguments, options and help. When it has run, it tells `exit` how it ended.
 */
export type DefineCommand = (parent: Command, io: Io, exit: (code: ExitCode) => void) => void

/** Options that every command has. */
export interface CommonOptions {
  /** Print the machine-readable result on standard output, and nothing else there. */
  readonly json?: boolean | undefined
}
