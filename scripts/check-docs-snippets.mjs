// The documentation's code compiles against the sources, each block as a module of its own, and blocks marked
// ```` ```ts run ```` run against the build: those of one page one after the other, in a folder with examples/data.
import { cpSync, existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { transform } from 'esbuild'
import ts from 'typescript'
import { documentationSnippets } from './docs-snippets.mjs'
import { reportWhenMain } from './report.mjs'
import { run } from './run.mjs'
import { root } from './workspace.mjs'

/** Blocks see the packages that the examples depend on. */
const folder = 'examples/.snippets'

export async function checkDocsSnippets(workspace = root) {
  const { snippets, errors } = documentationSnippets(workspace)
  const failures = [...errors, ...typeErrors(snippets, workspace)]
  const runs = snippets.filter(({ isRun }) => isRun)
  if (failures.length === 0) failures.push(...(await runErrors(runs, workspace)))
  return { errors: failures, summary: `${snippets.length} blocks compile, ${runs.length} of them ran` }
}

/** Compiles the blocks in one program, as files that exist in memory only. */
function typeErrors(snippets, workspace) {
  const config = ts.getParsedCommandLineOfConfigFile(
    path.join(workspace, 'tsconfig.test.json'),
    { moduleDetection: ts.ModuleDetectionKind.Force, noUnusedLocals: false, noUnusedParameters: false },
    {
      ...ts.sys,
      onUnRecoverableConfigFileDiagnostic: (diagnostic) => {
        throw new Error(text(diagnostic))
      },
    },
  )
  const host = ts.createCompilerHost(config.options)
  const modules = new Map(snippets.map((snippet, i) => [path.join(workspace, folder, `${i}.ts`), snippet]))
  const { fileExists, readFile, getSourceFile } = host
  host.fileExists = (file) => modules.has(file) || fileExists(file)
  host.readFile = (file) => modules.get(file)?.code ?? readFile(file)
  host.getSourceFile = (file, options, ...rest) =>
    modules.has(file)
      ? ts.createSourceFile(file, modules.get(file).code, options)
      : getSourceFile(file, options, ...rest)
  const program = ts.createProgram([...modules.keys()], config.options, host)
  return [...modules].flatMap(([file, snippet]) => {
    const source = program.getSourceFile(file)
    const diagnostics = [...program.getSyntacticDiagnostics(source), ...program.getSemanticDiagnostics(source)]
    return diagnostics.map((diagnostic) => {
      const { line } = ts.getLineAndCharacterOfPosition(source, diagnostic.start)
      return `${snippet.file}:${snippet.line + line}: ${text(diagnostic)}`
    })
  })
}

const text = (diagnostic) => ts.flattenDiagnosticMessageText(diagnostic.messageText, '\n')

async function runErrors(snippets, workspace) {
  const modules = path.join(workspace, folder)
  const data = path.join(workspace, 'examples/data')
  const guard = path.join(root, 'scripts/vitest/loopback-only.mjs')
  const errors = []
  const desks = new Map()
  try {
    mkdirSync(modules, { recursive: true })
    for (const [i, { file, line, code }] of snippets.entries()) {
      if (!desks.has(file)) {
        desks.set(file, mkdtempSync(path.join(tmpdir(), 'testamur-snippets-')))
        if (existsSync(data)) cpSync(data, desks.get(file), { recursive: true })
      }
      const module = path.join(modules, `${i}.mjs`)
      writeFileSync(module, (await transform(code, { loader: 'ts', target: 'es2023' })).code)
      const result = await run([process.execPath, '--import', guard, module], {
        cwd: desks.get(file),
        timeoutMs: 60_000,
      })
      if (result.code !== 0) errors.push(`${file}:${line}: the block failed\n${result.output}`)
    }
  } finally {
    for (const desk of [modules, ...desks.values()]) rmSync(desk, { recursive: true })
  }
  return errors
}

await reportWhenMain(import.meta, checkDocsSnippets)
