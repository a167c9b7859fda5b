// Links between the texts of the repository lead somewhere, to the heading too, and so do those that errors carry.
import { existsSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { reportWhenMain } from './report.mjs'
import { repositoryFiles, root } from './workspace.mjs'

/** The page that explains every error code; `TestamurError.docs` points into it. */
const errorsPage = 'docs/guides/errors.md'

export function checkLinks(workspace = root) {
  const files = repositoryFiles(workspace)
  const read = (file) => readFileSync(path.join(workspace, file), 'utf8')
  const pages = files.filter((file) => file.endsWith('.md'))
  const links = pages.flatMap((file) => linksOf(read(file)).map((link) => ({ ...link, file })))
  const errorFiles = files.filter((file) => /^packages\/[^/]+\/src\/errors\.ts$/.test(file))
  const codes = new Set(errorFiles.flatMap((file) => read(file).match(/(?<=')ERR_[A-Z0-9_]+(?=')/g) ?? []))
  const anchors = (page) => (pages.includes(page) ? anchorsOf(read(page)) : new Set())
  return {
    errors: [
      ...links.flatMap(({ file, line, target }) => {
        const [name, anchor] = target.split('#')
        const page = name === '' ? file : path.posix.join(path.posix.dirname(file), decodeURI(name))
        if (!existsSync(path.join(workspace, page))) return [`${file}:${line}: there is no ${page}`]
        return anchor && !anchors(page).has(anchor) ? [`${file}:${line}: ${page} has no heading #${anchor}`] : []
      }),
      ...[...codes]
        .filter((code) => !anchors(errorsPage).has(code.toLowerCase()))
        .map((code) => `${code} has no heading in ${errorsPage}`),
    ],
    summary: `${links.length} links in ${pages.length} pages, ${codes.size} error codes`,
  }
}

/** Relative links and images of a page; what stands in code is none. */
function linksOf(markdown) {
  const prose = markdown.replaceAll(/^(\s*)(```|~~~)[\s\S]*?^\1\2|`[^`\n]+`/gm, (code) =>
    code.replaceAll(/[^\n]/g, ' '),
  )
  const pattern = /\]\(<?([^)\s>]+)>?(?:\s+"[^"]*")?\)|^\[[^\]]+\]:\s+(\S+)/gm
  return [...prose.matchAll(pattern)]
    .map(({ 1: inline, 2: definition, index }) => ({
      target: inline ?? definition,
      line: prose.slice(0, index).split('\n').length,
    }))
    .filter(({ target }) => !/^[a-z][a-z+.-]*:/i.test(target))
}

/** Anchors of a page's headings, made as GitHub makes them. */
function anchorsOf(markdown) {
  const anchors = new Set()
  for (const [, heading] of markdown.replaceAll(/^```[\s\S]*?^```/gm, '').matchAll(/^#{1,6}\s+(.+?)\s*#*$/gm)) {
    const text = heading.replaceAll(/\[([^\]]*)\]\([^)]*\)/g, '$1').toLowerCase()
    const anchor = text.replaceAll(/[^\p{L}\p{N}\p{M}_\- ]/gu, '').replaceAll(' ', '-')
    let unique = anchor
    for (let i = 1; anchors.has(unique); i++) unique = `${anchor}-${i}`
    anchors.add(unique)
  }
  return anchors
}

await reportWhenMain(import.meta, checkLinks)
