import {
  type CaseClient,
  type CaseClientOptions,
  type CfDocument,
  caseClient,
  caseCounts,
  caseFramework,
  type Loss,
  serializeCasePackage,
} from '@testamur/adapters/case'
import type { Problem } from '@testamur/documents'
import { parseUrl } from '@testamur/documents/json'
import { InvalidArgumentError, Option } from 'commander'
import { CliError } from '../errors.js'
import { exitCodes } from '../exit-codes.js'
import { isFile, writeJson, writeOutput } from '../files/index.js'
import type { Io } from '../io/index.js'
import { caseCountsLine, counted, lossLines, paletteFor, printableName, problemLines } from '../output/index.js'
import type { CommonOptions, DefineCommand } from './interface.js'
import { exampleText, jsonOption, outputOption } from './options.js'

interface FetchOptions extends CommonOptions {
  readonly id?: string | undefined
  readonly title?: string | undefined
  readonly caseVersion?: CaseClientOptions['version']
  readonly tokenUrl?: string | undefined
  readonly clientId?: string | undefined
  readonly scope?: string | undefined
  readonly allowHttp?: boolean | undefined
  readonly output?: string | undefined
}

const secretVariable = 'TESTAMUR_CASE_CLIENT_SECRET'

function parseAddress(text: string): string {
  if (parseUrl(text) !== undefined && /^https?:/i.test(text)) return text
  throw new InvalidArgumentError('Give the web address of the service, for instance https://frameworks.example.')
}

function parseTitle(text: string): string {
  if (!text.includes("'")) return text
  throw new InvalidArgumentError('Services cannot be asked for a text with a single quote.')
}

/** `testamur case fetch`: lists the frameworks of a service, or gets one of them. */
export const caseFetch: DefineCommand = (parent, io, exit) => {
  parent
    .command('fetch')
    .summary('list the frameworks of a CASE service, or get one')
    .description(
      'List the frameworks of the CASE service at URL, or get the one with --id as a CASE 1.1 package. With --json: { documents, problems, losses }, ' +
        `or { counts, package, problems, losses }. A service that wants a token needs --token-url, --client-id and ${secretVariable}.`,
    )
    .argument('<URL>', 'address of the service, with or without /ims/case/v1p1', parseAddress)
    .option('--id <ID>', 'identifier of the framework to get (default: list them)')
    .option('--title <TEXT>', 'list frameworks with this in their title', parseTitle)
    .addOption(new Option('--case-version <VERSION>', 'version to ask for (default: 1.1)').choices(['1.0', '1.1']))
    .option('--token-url <URL>', 'token endpoint for OAuth 2.0 client credentials', parseAddress)
    .option('--client-id <ID>', 'client id for it')
    .option('--scope <SCOPE>', 'scope to ask for')
    .option('--allow-http', 'permit plain http')
    .addOption(outputOption())
    .addOption(jsonOption())
    .addHelpText(
      'after',
      exampleText(
        'testamur case fetch https://frameworks.example --id 619a0f33-1c00-5709-a6fc-849f815bdda4 -o framework.json',
      ),
    )
    .action(async (url: string, options: FetchOptions) => {
      const client = caseClient({
        baseUrl: url,
        version: options.caseVersion,
        fetch: io.fetch,
        clientCredentials: credentialsFrom(options, io),
        allowHttp: options.allowHttp,
      })
      await (options.id === undefined ? list(client, options, io) : getPackage(client, options.id, options, io))
      exit(exitCodes.fine)
    })
}

function credentialsFrom(
  { tokenUrl, clientId, scope }: FetchOptions,
  { env }: Io,
): CaseClientOptions['clientCredentials'] {
  if (tokenUrl === undefined && clientId === undefined) return undefined
  const clientSecret = env[secretVariable]
  if (tokenUrl !== undefined && clientId !== undefined && clientSecret)
    return { tokenUrl, clientId, clientSecret, scope }
  throw new CliError('ERR_USAGE', `a token needs --token-url, --client-id and ${secretVariable}`)
}

async function list(client: CaseClient, { title, json, output }: FetchOptions, io: Io): Promise<void> {
  const filter = title === undefined ? undefined : ({ field: 'title', is: '~', value: title } as const)
  const listing = client.listDocuments({ filter })
  const documents: CfDocument[] = []
  const problems: Problem[] = []
  const losses: Loss[] = []
  for await (const read of listing) {
    documents.push(read.value)
    for (const each of read.problems) problems.push(each)
    for (const each of read.losses) losses.push(each)
  }
  for (const each of listing.problems) problems.push(each)
  for (const each of listing.losses) losses.push(each)
  if (isFile(output)) await writeJson(output, { CFDocuments: documents }, io)
  if (json) await writeJson(undefined, { documents, problems, losses }, io)
  else {
    const lines = documents.map(({ identifier, title }) => `${printableName(identifier)}  ${printableName(title)}\n`)
    if (!isFile(output)) await writeOutput(undefined, lines.join(''), io)
    const palette = paletteFor(io.stderr, io)
    const about = [
      counted(documents.length, 'framework'),
      ...problemLines(problems, palette),
      ...(losses.length > 0 ? lossLines(losses, palette) : []),
    ]
    await io.stderr.write(`${about.join('\n')}\n`)
  }
}

async function getPackage(client: CaseClient, id: string, { json, output }: FetchOptions, io: Io): Promise<void> {
  const read = await client.getPackage(id)
  const framework = caseFramework(read.package)
  const counts = caseCounts(read, framework)
  const written = serializeCasePackage(read.package)
  const problems = [...read.problems, ...framework.problems, ...written.problems]
  const losses = [...read.losses, ...written.losses]
  if (isFile(output) || !json) await writeJson(output, written.document, io)
  if (json) {
    await writeJson(undefined, { counts, package: written.document, problems, losses }, io)
    return
  }
  const palette = paletteFor(io.stderr, io)
  const lines = [
    `${printableName(read.package.CFDocument.title)}: ${caseCountsLine(counts)}`,
    ...problemLines(problems, palette).map((line) => `  ${line}`),
    ...lossLines(losses, palette).map((line) => `  ${line}`),
  ]
  await io.stderr.write(`${lines.join('\n')}\n`)
}
