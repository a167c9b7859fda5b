// The guides name every code, rule, option and command there is, and none that there is not.
import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { rules } from '@testamur/credentials/validate'
import { bundledContexts, contextUrls } from '@testamur/documents/contexts'
import { memoryKeyStore } from '@testamur/proofs/key-stores/memory'
import { keyStoreContract } from '@testamur/proofs/testing'
import ts from 'typescript'
import { describe, expect, it } from 'vitest'
import { exitCodes } from '../packages/cli/src/exit-codes.js'
import { program } from '../packages/cli/src/program.js'

type Command = Awaited<ReturnType<typeof program>>

const root = path.join(import.meta.dirname, '..')
const read = (file: string): string => readFileSync(path.join(root, file), 'utf8')
const guide = (name: string): string => read(`docs/guides/${name}.md`)
const sorted = (items: Iterable<string>): string[] => [...new Set(items)].sort()
const matches = (text: string, pattern: RegExp): string[] => [...text.matchAll(pattern)].map(([, found = '']) => found)

const packages = readdirSync(path.join(root, 'packages')).filter((name) => name !== 'conformance')
/** The file of that name in the sources of every package that has one. */
const inPackages = (name: string): string =>
  packages.flatMap((folder) => readIfThere(`packages/${folder}/src/${name}`)).join('\n')

function readIfThere(file: string): string[] {
  try {
    return [read(file)]
  } catch {
    return []
  }
}

/** A section of a page: its heading's text, and what follows until a heading of the same or a higher level. */
function section(page: string, heading: string): string {
  const [, marks = ''] = new RegExp(`^(#+) ${heading}$`, 'm').exec(page) ?? []
  expect(marks, `the heading ${heading}`).not.toBe('')
  const [, after = ''] = page.split(`\n${marks} ${heading}\n`)
  return after.split(new RegExp(`^#{1,${marks.length}} `, 'm'))[0] ?? ''
}

/** The first cells of the rows of tables, as far as they are code; `a`, `b` in one cell are two. */
const firstCells = (text: string): string[] =>
  matches(text, /^\| (`[^|]*?`) +\|/gm).flatMap((cell) => matches(cell, /`([^`]+)`/g))

/** The values of a union of strings in a source file. */
function unionOf(file: string, type: string): string[] {
  const source = ts.createSourceFile(file, read(file), ts.ScriptTarget.Latest)
  const found = source.statements.find((node) => ts.isTypeAliasDeclaration(node) && node.name.text === type)
  if (found === undefined || !ts.isTypeAliasDeclaration(found) || !ts.isUnionTypeNode(found.type)) {
    throw new Error(`${file} has no union ${type}`)
  }
  return found.type.types.map((member) => member.getText(source).replaceAll("'", ''))
}

/** The members that an interface in a source file declares. */
function membersOf(file: string, name: string): string[] {
  const source = ts.createSourceFile(file, read(file), ts.ScriptTarget.Latest)
  const found = source.statements.find((node) => ts.isInterfaceDeclaration(node) && node.name.text === name)
  if (found === undefined || !ts.isInterfaceDeclaration(found)) throw new Error(`${file} has no interface ${name}`)
  return found.members.map((member) => member.name?.getText(source) ?? '')
}

describe('problem codes', () => {
  const catalogs = inPackages('problems.ts')
  const page = section(guide('what-verified-means'), 'Problem codes')

  it('each has a row', () => {
    const codes = matches(catalogs, /^ {2}'?([a-z][a-z0-9-]*)'?: \{/gm)
    expect(codes.length).toBeGreaterThan(40)
    expect(sorted(firstCells(page))).toEqual(sorted(codes))
  })
})

describe('validation', () => {
  it('each code of a finding has a row', () => {
    const codes = unionOf('packages/credentials/src/validate/interface.ts', 'FindingCode')
    expect(codes).toContain('member-missing')
    expect(sorted(firstCells(section(guide('validate'), 'The codes')))).toEqual(sorted(codes))
  })

  it('each rule has a row', () => {
    expect(sorted(firstCells(section(guide('validate'), 'The rules')))).toEqual(sorted(rules.map(({ id }) => id)))
  })
})

describe('errors', () => {
  it('each thrown code has a heading that its anchor leads to', () => {
    const codes = matches(inPackages('errors.ts'), /'(ERR_[A-Z0-9_]+)'/g)
    expect(codes).toContain('ERR_NOT_VERIFIED')
    expect(sorted(matches(guide('errors'), /^### (\S+)$/gm))).toEqual(sorted(codes))
  })
})

type Source = readonly [file: string, name: string]

/** Tables whose first column names the members of interfaces: page, heading, and the interfaces. */
const memberTables: readonly (readonly [page: string, heading: string, interfaces: readonly Source[]])[] = [
  [
    'issue',
    'Options',
    [
      ['testamur/src/issue/interface.ts', 'IssueOptions'],
      ['proofs/src/canonicalize/interface.ts', 'EngineOptions'],
    ],
  ],
  ['verify', 'The report', [['testamur/src/verify/interface.ts', 'VerificationReport']]],
  [
    'verify',
    'Options',
    [
      ['testamur/src/verify/options.ts', 'VerifyOptions'],
      ['proofs/src/canonicalize/interface.ts', 'EngineOptions'],
      ['testamur/src/verify/options.ts', 'VerifyLimits'],
    ],
  ],
  ['validate', 'The result', [['credentials/src/validate/interface.ts', 'Finding']]],
  ['validate', 'Options', [['credentials/src/validate/interface.ts', 'ValidateOptions']]],
  ['build-a-record', 'Options', [['credentials/src/builders/interface.ts', 'BuildOptions']]],
  ['build-a-record', 'The learner', [['credentials/src/identity/interface.ts', 'IdentityInput']]],
  ['keys', 'Signer', [['proofs/src/keys/interface.ts', 'Signer']]],
  [
    'keys',
    'Encrypted files',
    [['proofs/src/key-stores/encrypted-file/encrypted-file-store.ts', 'EncryptedFileKeyStoreOptions']],
  ],
  [
    'keys',
    'What a store can do',
    [
      ['proofs/src/key-stores/interface.ts', 'KeyStore'],
      ['proofs/src/key-stores/interface.ts', 'LocalKeyStore'],
    ],
  ],
  [
    'write-your-own-key-store',
    'The contract',
    [
      ['proofs/src/testing/key-store-contract.ts', 'KeyStoreContractOptions'],
      ['proofs/src/key-stores/interface.ts', 'KeyStore'],
    ],
  ],
  [
    'from-transcript-to-clr',
    'Options',
    [
      ['adapters/src/transcript/interface.ts', 'ClrFromTranscriptOptions'],
      ['adapters/src/pesc/interface.ts', 'PescReadOptions'],
      ['adapters/src/xml/interface.ts', 'XmlLimits'],
    ],
  ],
  [
    'from-clr-to-transcript',
    'Options',
    [
      ['adapters/src/pesc/write/interface.ts', 'PescWriteOptions'],
      ['adapters/src/pesc/write/interface.ts', 'PescPerson'],
    ],
  ],
]

describe('members and options', () => {
  it.each(memberTables)('%s, %s: each has a row', (page, heading, interfaces) => {
    const members = interfaces.flatMap(([file, name]) => membersOf(`packages/${file}`, name))
    const rows = firstCells(section(guide(page), heading)).map((cell) => cell.replace(/\(.*/, ''))
    // What the reader of PESC hands over by itself stands with the two steps.
    expect(sorted(rows)).toEqual(sorted(members.filter((member) => !['provenance', 'position'].includes(member))))
  })

  it('each check has a row', () => {
    const ids = unionOf('packages/testamur/src/verify/interface.ts', 'CheckId')
    expect(firstCells(section(guide('verify'), 'The checks'))).toEqual(ids)
  })

  it('each reason of a loss has a row', () => {
    const codes = unionOf('packages/adapters/src/transcript/interface.ts', 'LossCode')
    const members = membersOf('packages/adapters/src/transcript/interface.ts', 'Loss')
    const rows = firstCells(section(guide('from-transcript-to-clr'), 'Losses'))
    expect(sorted(rows)).toEqual(sorted([...codes, ...members]))
  })
})

describe('the contract of key stores', () => {
  it('each check has a row', () => {
    const rows = matches(section(guide('write-your-own-key-store'), 'The contract'), /^\| (?:`\w+` )?\| ([^`|]+) \|$/gm)
    expect(rows).toEqual(keyStoreContract(memoryKeyStore).map(({ name }) => name))
  })
})

describe('contexts', () => {
  it('each bundled context has a row with its variants', () => {
    const rows = matches(guide('contexts'), /^\| (`\w+` \| `https:.*) \|$/gm).map((row) => matches(row, /`([^`]+)`/g))
    const expected = Object.entries(contextUrls).map(([name, url]) => {
      const texts = bundledContexts.filter((context) => context.url === url)
      return [name, url, ...texts.flatMap(({ variant }) => variant ?? [])]
    })
    expect(rows).toEqual(expected)
  })
})

const commandLine = await program(undefined, {} as never, { exit: () => undefined, help: () => undefined })

describe('command line', () => {
  /** Every command that does something, with its full name. */
  const commandsOf = (command: Command, name: string): [string, Command][] =>
    command.commands.length === 0
      ? [[name, command]]
      : command.commands.flatMap((child) => commandsOf(child, `${name} ${child.name()}`))
  const commands = commandsOf(commandLine, 'testamur')

  it('each command has a section', () => {
    expect(matches(guide('command-line'), /^## (testamur .*)$/gm)).toEqual(commands.map(([name]) => name))
  })

  it.each(commands)('%s: each option has a row', (name, command) => {
    const rows = firstCells(section(guide('command-line'), name)).map((cell) => cell.replace(/ <.*/, ''))
    const flags = command.options.flatMap(({ short, long }) => [short, long].filter((flag) => flag !== undefined))
    expect(sorted(rows)).toEqual(sorted(flags))
  })

  it('each exit code has a row', () => {
    const rows = matches(section(guide('command-line'), 'Exit codes'), /^\| (\d) \|/gm)
    expect(rows).toEqual(Object.values(exitCodes).sort().map(String))
  })
})

describe('lists', () => {
  const guides = readdirSync(path.join(root, 'docs/guides')).filter((name) => name.endsWith('.md'))

  it('each guide is in the index and in the README', () => {
    for (const name of guides) {
      expect(read('docs/README.md')).toContain(`(guides/${name})`)
      expect(read('README.md')).toMatch(new RegExp(`\\(docs/guides/${name}(#[\\w-]+)?\\)`))
    }
  })

  it('the examples of the README are as short as it wants them', () => {
    const lines = matches(read('README.md'), /^```ts run\n([\s\S]*?)^```$/gm).map(
      (code) => code.trim().split('\n').length,
    )
    expect(lines).toHaveLength(2)
    expect(lines[0]).toBeLessThanOrEqual(16)
    expect(lines[1]).toBeLessThanOrEqual(5)
  })
})
