import { readFileSync } from 'node:fs'
import { writeFile } from 'node:fs/promises'
import path from 'node:path'
import type { ClrFromPesc } from '@testamur/adapters/pesc'
import type { AchievementCredential, Alignment } from '@testamur/credentials'
import { expect, test } from 'vitest'
import { type Outcome, resultOf, temporaryFolder, testamur } from '../../test/call.js'
import type { GeneratedKey } from '../../test/registrar.js'

const example = (name: string): string =>
  readFileSync(new URL(`../../../../examples/data/${name}`, import.meta.url), 'utf8')
const guide = readFileSync(new URL('../../../../docs/guides/transfer-between-institutions.md', import.meta.url), 'utf8')
const framework = example('framework.json')
const { CFDocument, CFItems } = JSON.parse(framework) as {
  CFDocument: { title: string }
  CFItems: { identifier: string; uri: string; humanCodingScheme: string; fullStatement: string }[]
}
const item = (code: string) =>
  CFItems.find(({ humanCodingScheme }) => humanCodingScheme === code) as (typeof CFItems)[0]
const files = {
  'transcript.xml': example('transcript.xml'),
  'framework.json': framework,
  'issuer.json': { id: 'did:web:registrar.example', name: 'Example State University' },
}
const argv = ['import', 'pesc', 'transcript.xml', '--issuer', 'issuer.json', '--alignments', 'alignments.json']
const withFramework = [...argv, '--framework', 'framework.json']

/** The alignments of the courses of the transcript that have any, by code. */
async function alignmentsBy(map: object, options = withFramework): Promise<Record<string, readonly Alignment[]>> {
  const cwd = await temporaryFolder({ ...files, 'alignments.json': map })
  const { records } = await resultOf<{ records: ClrFromPesc[] }>(options, { cwd })
  const inner = records[0]?.credential.credentialSubject.verifiableCredential as AchievementCredential[]
  return Object.fromEntries(
    inner
      .map(({ credentialSubject }) => credentialSubject.achievement)
      .flatMap(({ humanCode = '', alignment }) => (alignment === undefined ? [] : [[humanCode, alignment]])),
  )
}

/** Where those lead to. */
async function urlsBy(...call: Parameters<typeof alignmentsBy>): Promise<Record<string, readonly string[]>> {
  const entries = Object.entries(await alignmentsBy(...call))
  return Object.fromEntries(entries.map(([code, alignments]) => [code, alignments.map(({ targetUrl }) => targetUrl)]))
}

test('the way that the guide goes: a transcript is aligned, signed, verified and compared with a framework', async () => {
  const [, section = ''] = guide.split('## From a transcript to an alignment')
  const block = (language: string): string => section.split(`\n\`\`\`${language}\n`)[1]?.split('```')[0] ?? ''
  const cwd = await temporaryFolder({ ...files, 'alignments.json': block('json') })
  expect(block('json')).toBe(example('alignments.json'))
  const key = await resultOf<GeneratedKey>(['keys', 'generate', '--keys', 'keys'], { cwd })
  await writeFile(path.join(cwd, 'issuer.json'), JSON.stringify({ id: key.controller }))
  const commands = block('sh').trim().split('\n')
  const outcomes: Outcome[] = []
  for (const command of commands) {
    const words = command.replace('"$KEY"', key.verificationMethod).split(' ').slice(1)
    outcomes.push(await testamur(words, { cwd }))
  }
  expect(outcomes.map(({ code }) => code)).toEqual([0, 0, 0, 0])
  expect(outcomes[0]?.stderr).toContain(/`(\d+ of \d+ courses with an alignment)`/.exec(section)?.[1])
  expect(outcomes[3]?.stdout).toBe(block('text'))
})

test('the key of a course is its code; that of another school has the name of the school before it', async () => {
  const urls = [item('ALG.4').uri]
  expect(await urlsBy({ 'MATH 120': 'ALG.4', 'Example Community College: MATH 151': 'ALG.4' })).toEqual({})
  expect(await urlsBy({ 'MATH 151': 'ALG.4', 'Example Community College: MATH 120': 'ALG.4' })).toEqual({
    'MATH 151': urls,
    'MATH 120': urls,
  })
})

test('an item is named by code, identifier or URI; alignments stand for themselves', async () => {
  const own = { targetName: 'Own', targetUrl: 'https://registrar.example/own' }
  const { humanCodingScheme, identifier, uri } = item('FUN.3')
  expect(
    await urlsBy({
      'MATH 151': humanCodingScheme,
      'MATH 152': identifier,
      'STAT 220': [uri, own],
      'PHYS 131': [],
    }),
  ).toEqual({ 'MATH 151': [uri], 'MATH 152': [uri], 'STAT 220': [uri, own.targetUrl] })
  expect(await urlsBy({ 'STAT 220': own }, argv)).toEqual({ 'STAT 220': [own.targetUrl] })
})

test('an item is an alignment with its name, its GUID and its framework', async () => {
  const { identifier, uri, fullStatement } = item('FUN.3')
  expect(await alignmentsBy({ 'MATH 151': 'FUN.3' })).toMatchObject({
    'MATH 151': [
      {
        targetCode: identifier,
        targetName: fullStatement,
        targetFramework: CFDocument.title,
        targetType: 'CFItem',
        targetUrl: uri,
      },
    ],
  })
})

test.each<[name: string, map: unknown, reason: string, options?: readonly string[]]>([
  ['no object', [], 'an object from courses to what they are aligned with was expected'],
  [
    'an unknown item',
    { 'MATH 151': ['ALG.4', 'ALG.99'] },
    'at "/MATH 151/1": the framework has no item with this code',
  ],
  ['no framework', { 'MATH 151': 'ALG.4' }, 'at "/MATH 151": items of a framework need --framework', argv],
  ['a number', { 'MATH 151': 7 }, 'at "/MATH 151": an alignment was expected'],
  ['half an alignment', { 'A/B': { targetName: 'A' } }, 'at "/A~1B": '],
  ['a misspelt member', { A: { targetName: 'A', targetUrl: 'https://a.example', targetcode: '1' } }, '`targetcode`'],
  ['no web address', { A: { targetName: 'A', targetUrl: 'a' } }, 'at "/A": '],
])('a map with %s is the fault of the call', async (_, map, reason, options = withFramework) => {
  const cwd = await temporaryFolder({ ...files, 'alignments.json': JSON.stringify(map) })
  const { code, stdout, stderr } = await testamur(options, { cwd })
  expect({ code, stdout }, stderr).toEqual({ code: 2, stdout: '' })
  expect(stderr).toContain('alignments.json: ')
  expect(stderr).toContain(reason)
})

test('a code that several items have is refused', async () => {
  const twice = framework.replace('"humanCodingScheme": "ALG.3"', '"humanCodingScheme": "ALG.4"')
  const cwd = await temporaryFolder({
    ...files,
    'framework.json': twice,
    'alignments.json': { 'MATH 151': 'ALG.4', 'STAT 220': item('ALG.3').identifier },
  })
  const { code, stderr } = await testamur(withFramework, { cwd })
  expect(code).toBe(2)
  expect(stderr).toContain('at "/MATH 151": several items of the framework have this code')
})

test('a framework without a map says nothing about courses', async () => {
  const cwd = await temporaryFolder(files)
  const only = ['import', 'pesc', 'transcript.xml', '--issuer', 'issuer.json', '--framework', 'framework.json']
  expect(await testamur(only, { cwd })).toMatchObject({ code: 2, stderr: expect.stringContaining('--alignments') })
})
