// No file of the repository names the machine it was written on, and the lockfile names no registry.
import { readFileSync } from 'node:fs'
import path from 'node:path'
import { reportWhenMain } from './report.mjs'
import { repositoryFiles, root } from './workspace.mjs'

const rules = [{ pattern: /(?<![\w.~)}\]-])\/(?:work|root|home|tmp|Users)\/[\w.-]/, reason: 'a path of one machine' }]
const lockfileRules = [{ pattern: /\btarball: |^(?!\s*deprecated: ).*https?:\/\//, reason: 'a download address' }]

export function checkText(workspace = root) {
  const files = repositoryFiles(workspace)
  const errors = files.flatMap((file) => {
    const bytes = readFileSync(path.join(workspace, file))
    if (bytes.includes(0)) return []
    const applied = file === 'pnpm-lock.yaml' ? lockfileRules : rules
    const lines = bytes.toString('utf8').split('\n')
    return lines.flatMap((line, i) =>
      applied.filter(({ pattern }) => pattern.test(line)).map(({ reason }) => `${file}:${i + 1}: names ${reason}`),
    )
  })
  return { errors, summary: `${files.length} files` }
}

await reportWhenMain(import.meta, checkText)
