import { createRequire } from 'node:module'
import { Command, type HelpConfiguration } from 'commander'
import { commands } from './commands/index.js'
import type { ExitCode } from './exit-codes.js'
import type { Io } from './io/index.js'

const { version } = createRequire(import.meta.url)('../package.json') as { version: string }

const footer = `
Exit codes:
  0  fine
  1  the document is at fault: rejected, invalid, or unreadable as what it claims to be
  2  the call or the machine is at fault: a bad option, a missing file, a wrong passphrase
  3  undetermined: something could not be checked

Environment:
  TESTAMUR_PASSPHRASE         passphrase of the key store; without it you are asked on a terminal
  TESTAMUR_NEW_PASSPHRASE     the one that "keys change-passphrase" puts in its place
  TESTAMUR_IMPORT_PASSPHRASE  passphrase of an encrypted file that "keys import" reads
  TESTAMUR_DEBUG=1            where a mistake of Testamur itself happened
  NO_COLOR                    no colours
  FORCE_COLOR=1               colours also where the output is no terminal`

/** Help lists what can be called, by the whole name, also where it stands two levels below. */
const helpConfiguration: HelpConfiguration = {
  visibleCommands: ({ commands }) => commands.flatMap(leavesOf),
  subcommandTerm: (command) => `${nameOf(command)} ${command.usage()}`,
}

function leavesOf(command: Command): readonly Command[] {
  return command.commands.length === 0 ? [command] : command.commands.flatMap(leavesOf)
}

/** The words that call a command, without that of the program. */
function nameOf(command: Command): string {
  const { parent } = command
  return parent?.parent ? `${nameOf(parent)} ${command.name()}` : command.name()
}

/** Whom the program tells how it ended. */
interface ProgramListener {
  /** Called when a command has run. */
  readonly exit: (code: ExitCode) => void
  /** Called with the text of help and version, whether asked for or shown because a command is missing. */
  readonly help: (text: string) => void
}

/**
 * Returns the program with the command that a word calls, or with all: help lists them, and what is close to a word that
 * calls none is told. Commander neither ends the process nor writes anything: that help was shown, and what is wrong with
 * a call, is thrown as its `CommanderError`.
 */
export async function program(word: string | undefined, io: Io, { exit, help }: ProgramListener): Promise<Command> {
  const root = new Command('testamur')
    .description('Learner records of 1EdTech CLR 2.0 and Open Badges 3.0: import, sign, validate, lint, verify.')
    .version(version, '-V, --version', 'print the version')
    .helpOption('-h, --help', 'print this help')
    .addHelpText('after', footer)
    .exitOverride()
    // Options stand behind the command that they are of: `export pesc` has a --version of its own.
    .enablePositionalOptions()
    .configureHelp(helpConfiguration)
    .configureOutput({ writeOut: help, writeErr: help, outputError: () => undefined })

  const called = Object.entries(commands).filter(([name]) => name === word)
  const needed = called.length > 0 ? called : Object.entries(commands)
  for (const define of await Promise.all(needed.map(([, load]) => load()))) define(root, io, exit)
  return root
}
