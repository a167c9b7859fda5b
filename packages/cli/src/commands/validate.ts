import type { JsonValue } from '@testamur/documents'
import { validate } from 'testamur'
import { type ExitCode, exitCodes } from '../exit-codes.js'
import {
  contentOf,
  eachRecord,
  parseRecords,
  type Records,
  readBytes,
  recordName,
  writeJson,
  writeOutput,
} from '../files/index.js'
import type { Io } from '../io/index.js'
import { findingLines, paletteFor, type ShownFinding } from '../output/index.js'
import type { CommonOptions, DefineCommand } from './interface.js'
import { exampleText, jsonOption, parseFileName } from './options.js'

/** What `--json` prints for a record; for an array of records, an array of these. */
interface Validation {
  readonly valid: boolean
  readonly findings: readonly (ShownFinding & { readonly rule: string; readonly source: string })[]
}

/** `testamur validate`: says whether a record is what its specification asks for. Never uses the network. */
export const validateCommand: DefineCommand = (parent, io, exit) => {
  parent
    .command('validate')
    .summary('check shape and rules')
    .description(
      'Check the credential in FILE, or each of an array, against the schema of its type and the rules of its specification. ' +
        'Signatures are not looked at, and the network is never used. With --json: { valid, findings }.',
    )
    .argument('<FILE>', 'JSON: a credential, signed or not; - for standard input', parseFileName)
    .addOption(jsonOption())
    .addHelpText('after', exampleText('testamur validate record.json'))
    .action(async (file: string, options: CommonOptions) => exit(await validateFile(file, options, io)))
}

async function validateFile(file: string, { json }: CommonOptions, io: Io): Promise<ExitCode> {
  const validations = await validationsOf(await readBytes(file, io))
  if (json) await writeJson(undefined, contentOf(validations), io)
  else {
    const lines = validations.items.flatMap(({ findings }, index) =>
      findingLines(recordName(file, validations, index), findings, paletteFor(io.stdout, io)),
    )
    await writeOutput(undefined, `${lines.join('\n')}\n`, io)
  }
  return validations.items.every(({ valid }) => valid) ? exitCodes.fine : exitCodes.document
}

async function validationsOf(bytes: Uint8Array): Promise<Records<Validation>> {
  const parsed = parseRecords(bytes)
  if (parsed.ok) return eachRecord<JsonValue, Validation>(parsed.records, (record) => validate(record))
  const { code, pointer, title, detail } = parsed.problem
  const finding = {
    rule: 'json',
    level: 'error',
    code,
    pointer,
    message: `${title}: ${detail}`,
    source: 'RFC 8259',
  } as const
  return { items: [{ valid: false, findings: [finding] }], isList: false }
}
