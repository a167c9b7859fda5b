// The reference data beside the checkout stays there: no file of the repository has the text of one of its files, nor
// the same JSON. Read from `../shared`, or from where TESTAMUR_REFERENCE says.
import { createHash } from 'node:crypto'
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { reportWhenMain } from './report.mjs'
import { repositoryFiles, root } from './workspace.mjs'

/** Shorter texts say too little to be anybody's. */
const minCharacters = 80

export function checkReferenceText(workspace = root, reference = referenceFolder()) {
  const folders = ['reference', 'vectors']
    .map((name) => path.join(reference, name))
    .filter((folder) => existsSync(folder))
  if (folders.length === 0) return { errors: [], summary: '', skipped: `no reference data in ${reference}` }
  const known = new Map()
  for (const folder of folders) {
    for (const entry of readdirSync(folder, { recursive: true, withFileTypes: true })) {
      if (!entry.isFile()) continue
      const file = path.join(entry.parentPath, entry.name)
      for (const print of fingerprints(file)) known.set(print, path.relative(reference, file))
    }
  }
  const files = repositoryFiles(workspace)
  const copies = files.map((file) => [file, fingerprints(path.join(workspace, file)).find((print) => known.has(print))])
  return {
    errors: copies.filter(([, print]) => print).map(([file, print]) => `${file}: a copy of ${known.get(print)}`),
    summary: `${files.length} files against ${known.size} reference texts`,
  }
}

const referenceFolder = () => path.resolve(root, process.env.TESTAMUR_REFERENCE ?? '../shared')

/** Hashes of a file's bytes, of its text without white space, and of its JSON whatever the order of members. */
function fingerprints(file) {
  const bytes = readFileSync(file)
  const text = bytes.toString('utf8').replace(/^\uFEFF/, '')
  const dense = text.replaceAll(/\s+/g, '')
  if (dense.length < minCharacters) return []
  return [bytes, dense, canonicalJson(text)].filter((form) => form !== undefined).map(sha256)
}

function canonicalJson(text) {
  if (!/^\s*[[{]/.test(text)) return undefined
  try {
    return `json ${JSON.stringify(JSON.parse(text), (_, value) => (isObject(value) ? sorted(value) : value))}`
  } catch {
    return undefined
  }
}

const isObject = (value) => typeof value === 'object' && value !== null && !Array.isArray(value)
const sorted = (object) => Object.fromEntries(Object.entries(object).sort(([a], [b]) => (a < b ? -1 : 1)))
const sha256 = (form) => createHash('sha256').update(form).digest('base64')

await reportWhenMain(import.meta, checkReferenceText)
