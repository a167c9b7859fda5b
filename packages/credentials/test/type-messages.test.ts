// What compiler and editor say about records: the guide promises it.
import { readFileSync } from 'node:fs'
import path from 'node:path'
import ts from 'typescript'
import { describe, expect, it } from 'vitest'

const root = path.join(import.meta.dirname, '../../..')
const guide = readFileSync(path.join(root, 'docs/guides/build-a-record.md'), 'utf8')

/** The one file that the compiler looks at; it exists in memory only, and sees what the examples see. */
const file = path.join(root, 'examples/in-memory.ts')
let code = ''
let version = 0

const { config } = ts.readConfigFile(path.join(root, 'tsconfig.test.json'), ts.sys.readFile)
const compilerOptions = { ...config.compilerOptions, noUnusedLocals: false }
const { options } = ts.parseJsonConfigFileContent({ ...config, compilerOptions, include: [] }, ts.sys, root)
const service = ts.createLanguageService({
  getCompilationSettings: () => options,
  getScriptFileNames: () => [file],
  getScriptVersion: (name) => (name === file ? String(version) : '1'),
  getScriptSnapshot: (name) => {
    const text = name === file ? code : ts.sys.readFile(name)
    return text === undefined ? undefined : ts.ScriptSnapshot.fromString(text)
  },
  getCurrentDirectory: () => root,
  getDefaultLibFileName: ts.getDefaultLibFilePath,
  fileExists: (name) => name === file || ts.sys.fileExists(name),
  readFile: (name) => (name === file ? code : ts.sys.readFile(name)),
  readDirectory: ts.sys.readDirectory,
  directoryExists: ts.sys.directoryExists,
  getDirectories: ts.sys.getDirectories,
})

const builders = `import {
  achievement, achievementCredential, association, caseAlignment, clrCredential, endorsementCredential, profile, result,
  resultDescription, rubricCriterionLevel,
} from '@testamur/credentials'
const criteria = { narrative: 'Pass the examination.' }
const state = resultDescription({ name: 'State', resultType: 'Status' })
const mastered = rubricCriterionLevel({ name: 'Mastered' })
const rubric = resultDescription({
  name: 'Proofs', resultType: 'RubricCriterionLevel', rubricCriterionLevel: [rubricCriterionLevel({ name: 'Begun' })],
})
const grade = resultDescription({ name: 'Grade', resultType: 'LetterGrade', allowedValue: ['F', 'D', 'C', 'B', 'A'] })
`

function write(text: string): void {
  code = text
  version += 1
}

/** What the compiler says, with the lines (from 0) on which it says it. */
function diagnosticsOf(text: string): { line: number; message: string }[] {
  write(text)
  const found = [...service.getSyntacticDiagnostics(file), ...service.getSemanticDiagnostics(file)]
  return found.map(({ start = 0, messageText }) => ({
    line: text.slice(0, start).split('\n').length - 1,
    message: ts.flattenDiagnosticMessageText(messageText, '\n'),
  }))
}

const messagesOf = (expression: string): string =>
  diagnosticsOf(`${builders}export const it = ${expression}`)
    .map(({ message }) => message)
    .join('\n')

/** What an editor offers at the mark `|`. */
function completionsAt(expression: string): string[] {
  const text = `${builders}export const it = ${expression}`
  const at = text.indexOf('|', builders.length)
  write(text.slice(0, at) + text.slice(at + 1))
  return (service.getCompletionsAtPosition(file, at, {})?.entries ?? []).map(({ name }) => name)
}

describe('the compiler', () => {
  it('takes what is right', () => {
    expect(messagesOf("achievement({ name: 'Algebra', description: 'Groups.', criteria })")).toBe('')
  })

  it.each<[string, string, RegExp]>([
    ['needed members', "achievement({ name: 'Algebra', description: 'Groups.' })", /Property 'criteria' is missing/],
    ['needed ids', "profile({ name: 'Example University' })", /Property 'id' is missing/],
    [
      'the learner',
      "achievementCredential({ issuer: 'urn:example:1', validFrom: new Date(), credentialSubject: { achievement: { name: 'Algebra', description: 'Groups.', criteria } } })",
      /Property 'identifier' is missing/,
    ],
    [
      'the term that was meant',
      "achievement({ name: 'Algebra', description: 'Groups.', criteria, achievementType: 'Curse' })",
      /'"Curse"' is not assignable to type 'AchievementType \| null \| undefined'\. Did you mean '"Course"'\?/,
    ],
    [
      'slips of the pen',
      "achievement({ name: 'Algebra', descripton: 'Groups.', description: 'Groups.', criteria })",
      /'descripton' does not exist in type 'AchievementInput'\. Did you mean to write 'description'\?/,
    ],
    [
      'strange members of closed classes',
      "association({ associationType: 'isChildOf', sourceId: 'urn:a', targetId: 'urn:b', note: 'A part.' })",
      /'note' does not exist in type 'AssociationInput'/,
    ],
    [
      'all terms of a closed enumeration',
      "result({ resultDescription: state, status: 'Done' })",
      /'"Done"' is not assignable to type '"Completed" \| "Enrolled" \| .* \| "Withdrew"'/,
    ],
    ['the status of a state', 'result({ resultDescription: state })', /Property 'status' is missing/],
    [
      'the levels that there are',
      'result({ resultDescription: rubric, achievedLevel: mastered })',
      /"Mastered".* is not assignable to type .*RubricCriterionLevelOf<"Begun">/,
    ],
    [
      'the fields of a framework',
      "caseAlignment({ identifier: '5b2c0f0a-6c1e-4d8e-9a53-0d1f7d0a4b11', fullStatement: 'Works in teams.' })",
      /Property 'uri' is missing/,
    ],
  ])('names %s', (_name, expression, message) => {
    expect(messagesOf(expression)).toMatch(message)
  })
})

describe('an editor', () => {
  it('completes the kinds of achievement', () => {
    const offered = completionsAt("achievement({ name: 'A', description: 'B', criteria, achievementType: '|' })")
    expect(offered).toEqual(expect.arrayContaining(['Course', 'MicroCredential', 'CoCurricular']))
  })

  it('completes the states of a result', () => {
    const states = ['Completed', 'Enrolled', 'Failed', 'InProgress', 'OnHold', 'Provisional', 'Withdrew']
    expect(completionsAt("result({ resultDescription: state, status: '|' })")).toEqual(expect.arrayContaining(states))
  })

  it('completes the values that a result description allows', () => {
    const offered = completionsAt("result({ resultDescription: grade, value: '|' })")
    expect([...offered].sort()).toEqual(['A', 'B', 'C', 'D', 'F'])
  })

  it('completes the members of an endorsement', () => {
    expect(completionsAt('endorsementCredential({ | })')).toEqual(
      expect.arrayContaining(['name', 'issuer', 'validFrom', 'credentialSubject']),
    )
  })
})

/** Blocks of the guide in which something does not compile: `// @ts-expect-error` and what the compiler says. */
const blocks = [...guide.matchAll(/^```ts[^\n]*\n([\s\S]*?)^```$/gm)]
  .map(([, block = '']) => block)
  .filter((block) => block.includes('@ts-expect-error'))

describe('the guide', () => {
  it('shows some messages of the compiler', () => {
    expect(blocks.join('').split('@ts-expect-error').length - 1).toBeGreaterThanOrEqual(5)
  })

  it.each(blocks)('quotes the compiler in %#', (block) => {
    const lines = block.split('\n')
    const said = diagnosticsOf(block.replaceAll('// @ts-expect-error', '// not compiled:'))
    const quoted = lines.flatMap((line, index) => {
      const [, quotation] = /\/\/ @ts-expect-error (.*)$/.exec(line) ?? []
      return quotation === undefined ? [] : [{ line: index + 1, message: expect.stringContaining(quotation) }]
    })
    expect(said).toEqual(quoted)
  })
})
