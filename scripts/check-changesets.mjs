// Every release is described: all published packages move together, and what changed since the last version is told.
// (`changeset status` compares with a branch, which a checkout need not have.)
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { reportWhenMain } from './report.mjs'
import { publicPackagesOf, readJson, root } from './workspace.mjs'

export function checkChangesets(workspace = root) {
  const folder = path.join(workspace, '.changeset')
  const config = readJson(path.join(folder, 'config.json'))
  const packages = publicPackagesOf(workspace)
  const names = packages.map(({ manifest }) => manifest.name).sort()
  const changesets = readdirSync(folder).filter((file) => file.endsWith('.md') && file !== 'README.md')
  const untold = packages.filter(
    (one) => changesets.length === 0 && !existsSync(path.join(workspace, one.folder, 'CHANGELOG.md')),
  )
  return {
    errors: [
      ...(config.fixed.length === 1 && `${[...config.fixed[0]].sort()}` === `${names}`
        ? []
        : [`.changeset/config.json: fixed must be one group of ${names.join(', ')}`]),
      ...(new Set(packages.map(({ manifest }) => manifest.version)).size > 1
        ? ['the packages have different versions']
        : []),
      ...changesets.flatMap((file) => brokenChangeset(file, readFileSync(path.join(folder, file), 'utf8'), names)),
      ...untold.map(({ manifest }) => `${manifest.name}: no changeset and no CHANGELOG.md`),
    ],
    summary: `${changesets.length} changesets for ${names.length} packages`,
  }
}

function brokenChangeset(file, text, names) {
  const [, header, summary] = /^---\r?\n([\s\S]*?)---\r?\n([\s\S]*)$/.exec(text) ?? []
  if (header === undefined) return [`.changeset/${file}: starts with no header between ---`]
  const bumps = header.trim().split(/\r?\n/)
  return [
    ...bumps
      .filter((bump) => !names.includes(/^(["'])(.+)\1: (?:patch|minor|major)$/.exec(bump.trim())?.[2]))
      .map((bump) => `.changeset/${file}: "${bump}" is no package and bump`),
    ...(summary.trim() === '' ? [`.changeset/${file}: says nothing`] : []),
  ]
}

await reportWhenMain(import.meta, checkChangesets)
