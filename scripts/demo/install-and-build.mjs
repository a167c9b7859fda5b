// What the demo needs of the workspace, and no more: the packages behind the command line, as JavaScript.
import { pnpm, run, script } from '../run.mjs'
import { DemoFailure, prepared } from './stage.mjs'

const neededNode = [20, 19]

export async function installAndBuild() {
  const [major, minor] = process.versions.node.split('.').map(Number)
  if (major < neededNode[0] || (major === neededNode[0] && minor < neededNode[1])) {
    throw new DemoFailure(`Node ${neededNode.join('.')} or newer is needed; this is ${process.version}`)
  }
  const filters = ['testamur-workspace', '@testamur/cli...'].flatMap((name) => ['--filter', name])
  await prepare('installed', pnpm('install', '--frozen-lockfile', '--config.confirmModulesPurge=false', ...filters))
  await prepare('built', script('build.mjs', '--javascript-only'))
}

// What a run before has fetched is not asked for again, so that the demo runs without a network from then on.
const env = { npm_config_prefer_offline: 'true' }

async function prepare(what, command) {
  const { code, output, seconds } = await run(command, { env })
  if (code !== 0) throw new DemoFailure(`not ${what}:\n\n${output}`)
  prepared(what, seconds)
}
