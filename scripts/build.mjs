// `npm run build`: data model and contexts, then JavaScript and declarations in `packages/*/dist`. `--install` first
// installs what that needs; with `--javascript-only` there are no declarations: all that running needs, in a fraction of
// the time.
import { copyFileSync, mkdirSync, readdirSync, rmSync } from 'node:fs'
import path from 'node:path'
import { pnpm, run, script, tool } from './run.mjs'
import { publicPackagesOf, root } from './workspace.mjs'

const javascriptOnly = process.argv.includes('--javascript-only')
const packages = publicPackagesOf().map(({ folder }) => path.join(root, folder))

async function step(name, command) {
  const { code, output, seconds } = await run(command)
  if (code !== 0) {
    console.error(`${name} failed:\n${output}`)
    process.exit(1)
  }
  console.log(`${name}: ${seconds.toFixed(1)} s`)
}

/** The compiler leaves declaration files of the sources behind; what it emits refers to them. */
function copyDeclarations(folder) {
  for (const file of readdirSync(path.join(folder, 'src'), { recursive: true })) {
    if (!file.endsWith('.d.ts')) continue
    const target = path.join(folder, 'dist', file)
    mkdirSync(path.dirname(target), { recursive: true })
    copyFileSync(path.join(folder, 'src', file), target)
  }
}

if (process.argv.includes('--install')) {
  await step('install', pnpm('install', '--frozen-lockfile', '--config.confirmModulesPurge=false'))
}
await step('model', script('generate-model.mjs'))
await step('contexts', script('generate-contexts.mjs'))
for (const folder of packages) rmSync(path.join(folder, 'dist'), { recursive: true, force: true })
await step('javascript', script('build-javascript.mjs'))
if (!javascriptOnly) {
  // Types are checked by a gate of their own, together with those of the tests.
  await step('declarations', tool('tsc', '-b', '--force', '--noCheck'))
  for (const folder of packages) copyDeclarations(folder)
}
