import { type Command, CommanderError } from 'commander'
import { CliError } from './errors.js'
import { type ExitCode, exitCodes } from './exit-codes.js'
import { writeJson, writeOutput } from './files/index.js'
import type { Io } from './io/index.js'
import { errorLines, errorReport, paletteFor } from './output/index.js'
import { program } from './program.js'

/**
 * Runs a command line (without the names of node and of the program) and returns its exit code. Never throws: every
 * error becomes a message on standard error, and under `--json` also `{ error }` on standard output.
 */
export async function run(argv: readonly string[], io: Io): Promise<ExitCode> {
  let exitCode: ExitCode = exitCodes.fine
  let help = ''
  try {
    const commands = await program(argv[0], io, {
      exit: (code) => {
        exitCode = code
      },
      help: (text) => {
        help += text
      },
    })
    await commands.parseAsync(argv, { from: 'user' }).catch(async (error: unknown) => {
      if (!(error instanceof CommanderError)) throw error
      if (error.exitCode !== exitCodes.fine)
        throw usageError(error, error.code === 'commander.help' || lacksCommand(commands, argv))
      await writeOutput(undefined, help, io)
    })
    return exitCode
  } catch (error) {
    return tellError(error, argv, io)
  }
}

/** Commander's complaint about a call, as an error of ours. */
function usageError(error: CommanderError, isCommandMissing: boolean): CliError {
  // Without a command, commander would show the whole help, or find options unknown that only commands have.
  const message = isCommandMissing ? 'a command is missing' : error.message.replace(/^error: /, '')
  return new CliError('ERR_USAGE', message.replaceAll('\n', ' ').replace(/\.$/, ''), {
    advice: '"--help" says what can be called, and how',
  })
}

/** True when the words name no command, or only one that has commands below it. */
function lacksCommand(root: Command, argv: readonly string[]): boolean {
  let command = root
  for (const word of argv.filter((each) => !each.startsWith('-'))) {
    const child = command.commands.find((each) => each.name() === word)
    if (child === undefined) return false
    command = child
  }
  return command.commands.length > 0
}

/** Tells a person, and under `--json` a program, why a command line could not be done; returns the exit code for it. */
export async function tellError(error: unknown, argv: readonly string[], io: Io): Promise<ExitCode> {
  const report = errorReport(error)
  const [first = '', ...others] = errorLines(report)
  const trace = io.env['TESTAMUR_DEBUG'] === '1' && error instanceof Error ? [String(error.stack)] : []
  const lines = [paletteFor(io.stderr, io).bad(first), ...others, ...trace]
  await io.stderr.write(`${lines.join('\n')}\n`).catch(() => undefined)
  if (argv.includes('--json')) await writeJson(undefined, { error: report.error }, io).catch(() => undefined)
  return report.exitCode
}
