// The code blocks of the documentation: those of the texts, and the examples of the doc comments.
import { readFileSync } from 'node:fs'
import path from 'node:path'
import { isSource, repositoryFiles, root } from './workspace.mjs'

/**
 * Returns every `ts` block: where its code starts, its code, and whether it asks to be run (```` ```ts run ````).
 * An example of a doc comment that is no such block is an error.
 */
export function documentationSnippets(workspace = root) {
  const files = repositoryFiles(workspace).map((file) => ({
    file,
    read: () => readFileSync(path.join(workspace, file), 'utf8'),
  }))
  const pages = files.filter(({ file }) => file.endsWith('.md') && !file.startsWith('.changeset/'))
  const sources = files.filter(({ file }) => isSource(file))
  const comments = sources.flatMap(({ file, read }) => docCommentsOf(read()).map((comment) => ({ ...comment, file })))
  return {
    snippets: [
      ...pages.flatMap(({ file, read }) => blocksOf(read(), file)),
      ...comments.flatMap(({ text, file, line }) => blocksOf(text, file, line)),
    ],
    errors: comments
      .filter(({ text }) =>
        text
          .split(/^@example\b/m)
          .slice(1)
          .some((example) => !/^\s*```ts\b/.test(example)),
      )
      .map(({ file, line }) => `${file}:${line}: an @example starts with a block of ts`),
  }
}

/** Doc comments without their stars, line for line. */
function docCommentsOf(source) {
  return [...source.matchAll(/^[ \t]*\/\*\*[\s\S]*?\*\//gm)].map(({ 0: comment, index }) => ({
    text: comment.replaceAll(/^[ \t]*(?:\/\*\*|\*\/|\*) ?/gm, '').replace(/\s*\*\/$/, ''),
    line: source.slice(0, index).split('\n').length,
  }))
}

function blocksOf(text, file, firstLine = 1) {
  const pattern = /^([ \t]*)```ts\b([^\n]*)\n([\s\S]*?)^\1```[ \t]*$/gm
  return [...text.matchAll(pattern)].map(({ 1: indent, 2: info, 3: code, index }) => ({
    file,
    line: firstLine + text.slice(0, index).split('\n').length,
    code: code.replaceAll(new RegExp(`^${indent}`, 'gm'), ''),
    isRun: /\brun\b/.test(info),
  }))
}
