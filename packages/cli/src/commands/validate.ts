import { validate } from 'testamur'
import type { ExitCode } from '../exit-codes.js'
import { readDocumentMap } from '../files/index.js'
import type { Io } from '../io/index.js'
import type { CommonOptions, DefineCommand } from './interface.js'
import { judgeRecords } from './judge-records.js'
import { documentsOption, exampleText, jsonOption, parseFileName } from './options.js'

interface ValidateArguments extends CommonOptions {
  readonly documents?: string | undefined
}

/** `testamur validate`: says whether a record is what its specification asks for. Never uses the network. */
export const validateCommand: DefineCommand = (parent, io, exit) => {
  parent
    .command('validate')
    .summary('check shape, rules and names')
    .description(
      'Check the credential in FILE, or each of an array, against the schema of its type, the rules of its specification and the names ' +
        'that its contexts define. Signatures are not looked at, and the network is never used. With --json: { valid, findings }.',
    )
    .argument('<FILE>', 'JSON: a credential, signed or not; - for standard input', parseFileName)
    .addOption(documentsOption('contexts of your own'))
    .addOption(jsonOption())
    .addHelpText('after', exampleText('testamur validate record.json'))
    .action(async (file: string, options: ValidateArguments) => exit(await validateFile(file, options, io)))
}

async function validateFile(file: string, options: ValidateArguments, io: Io): Promise<ExitCode> {
  const documents = options.documents === undefined ? undefined : await readDocumentMap(options.documents, io)
  const judge = {
    judge: (record: unknown) => validate(record, { documents }),
    verdict: { good: 'valid', bad: 'invalid' },
  }
  return judgeRecords(file, judge, options, io)
}
