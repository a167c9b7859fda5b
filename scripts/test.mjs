// `npm test`: installs and runs every gate, on a machine with nothing but Node and npm. `--quick` (`npm run check`) runs
// the gates that take seconds, on what is installed.
import { existsSync } from 'node:fs'
import path from 'node:path'
import { gate, runGates } from './gates.mjs'
import { pnpm, script, tool } from './run.mjs'
import { vitestGate } from './vitest/gate.mjs'
import { root } from './workspace.mjs'

const quick = process.argv.includes('--quick')

const install = gate('install', pnpm('install', '--frozen-lockfile', '--config.confirmModulesPurge=false'))
const model = gate('model', script('generate-model.mjs'))
const contexts = gate('contexts', script('generate-contexts.mjs'))
const format = gate('format', tool('biome', 'check', '.'))
const lint = gate('lint', tool('oxlint', '--deny-warnings'))
const layers = gate('layers', script('check-layers.mjs'))
const types = gate('types', tool('tsc', '-p', 'tsconfig.test.json'))
// Those that are written by hand or generated: nothing else looks into them.
const declarationFiles = gate('declaration files', tool('tsc', '-p', 'tsconfig.declarations.json'))
const build = gate('build', script('build.mjs'))
// Before the build, which writes the model anew: what is committed is what the tables say.
const committedModel = gate(
  'committed model',
  tool('vitest', 'run', 'scripts/generate-model.test.mjs', '--reporter=dot'),
)
const needsBuild = { needs: ['build'] }

const quickStages = [
  [model, contexts],
  [format, lint, layers, types],
]

const allStages = [
  [install],
  [
    format,
    lint,
    layers,
    gate('subpaths', script('check-subpaths.mjs')),
    gate('links', script('check-links.mjs')),
    gate('text', script('check-text.mjs')),
    gate('reference text', script('check-reference-text.mjs')),
    gate('changesets', script('check-changesets.mjs')),
    committedModel,
  ],
  [build],
  [
    types,
    declarationFiles,
    gate('packages', script('check-packages.mjs'), needsBuild),
    gate('size limits', tool('size-limit', '--silent'), needsBuild),
    gate('docs snippets', script('check-docs-snippets.mjs'), needsBuild),
    gate('api docs', tool('typedoc', '--emit', 'none', '--logLevel', 'Warn')),
  ],
  // Types, those of the type tests too, are checked above.
  [vitestGate('vitest')],
  // Last and alone: what else runs would be measured too.
  [gate('benchmarks', [process.execPath, 'packages/conformance/benchmarks/run.mjs', '--check'], needsBuild)],
]

if (quick && !existsSync(path.join(root, 'node_modules'))) {
  console.error('Nothing is installed yet: run npm test, which installs.')
  process.exit(1)
}
await runGates(quick ? quickStages : allStages)
