import { parseUrl } from '@testamur/documents/json'
import { InvalidArgumentError, Option } from 'commander'
import { standardStream } from '../files/index.js'

const instant = /^(\d{4})-(\d\d)-(\d\d)T([01]\d|2[0-3]):[0-5]\d:[0-5]\d(\.\d+)?(Z|[+-]([01]\d|2[0-3]):[0-5]\d)$/

/** Returns the instant of an option: a date and time of RFC 3339, with its offset. */
export function parseInstant(text: string): Date {
  const [, year, month, day] = instant.exec(text) ?? []
  const date = new Date(Date.UTC(Number(year), Number(month) - 1, Number(day)))
  if (date.getUTCMonth() + 1 === Number(month) && date.getUTCDate() === Number(day)) return new Date(text)
  throw new InvalidArgumentError('Give a date and time with its offset, for instance 2026-05-15T00:00:00Z.')
}

/** True for a DID, a URL, a urn:uuid: what identifies somebody on its own. */
export function isAbsoluteUri(value: unknown): value is string {
  return typeof value === 'string' && /^[a-z][a-z0-9+.-]*:[^\s]+$/i.test(value) && parseUrl(value) !== undefined
}

/** Returns the identifier of an option. */
export function parseUri(text: string): string {
  if (isAbsoluteUri(text)) return text
  throw new InvalidArgumentError('Give a DID or another absolute URI, for instance did:web:learner.example.')
}

/** Returns the name of a file or a folder. */
export function parseFileName(text: string): string {
  if (text !== '') return text
  throw new InvalidArgumentError('The name is empty.')
}

/** Returns the name of a file that a command needs besides FILE. */
export function parseOptionFile(text: string): string {
  if (text !== standardStream) return parseFileName(text)
  throw new InvalidArgumentError('Only FILE can be standard input; name a file.')
}

/** An option that names a file to read. */
export const fileOption = (flags: string, description: string): Option =>
  new Option(flags, description).argParser(parseOptionFile)

/** Files that stand in for what URLs name; `purpose` says for what. */
export const documentsOption = (purpose: string): Option =>
  fileOption('--documents <MAP>', `JSON object from URL to file path, relative to MAP: ${purpose}`)

/** The text after a command's help. */
export const exampleText = (line: string): string => `\nExample:\n  ${line}`

export const jsonOption = (): Option =>
  new Option('--json', 'print the machine-readable result on standard output, and nothing else there')

export const outputOption = (): Option =>
  new Option(
    '-o, --output <OUT>',
    'file to write: one object for one record, an array for several (default: standard output)',
  ).argParser(parseFileName)

export const keysOption = (): Option =>
  new Option('--keys <DIR>', 'directory of the key store').argParser(parseFileName).makeOptionMandatory()

export const keyOption = (description: string): Option =>
  new Option('--key <VERIFICATION_METHOD>', `${description}, as "testamur keys list" names it`).makeOptionMandatory()

export const controllerOption = (): Option =>
  new Option('--controller <ID>', 'DID or https URL that the key belongs to, such as did:web:registrar.example')

export const fragmentOption = (): Option =>
  new Option('--fragment <NAME>', 'name of the key within its controller (default: key-1, or the next free number)')

export const algorithmOption = (byDefault: string): Option =>
  new Option('--algorithm <NAME>', `what the key is for (default: ${byDefault})`).choices([
    'EdDSA',
    'ES256',
    'ES384',
    'RS256',
  ])
