// What an import weighs in a browser bundle, compressed with brotli. A bundle that would need a `node:` module does not
// build, and so fails its row.

/** Leaves out what is loaded on demand. */
const startOnly = {
  name: 'start-only',
  setup: ({ onResolve }) =>
    onResolve({ filter: /./ }, ({ kind, path }) => (kind === 'dynamic-import' ? { path, external: true } : undefined)),
}
/** Leaves out what only those install who need it. */
const withoutPeers = {
  name: 'without-peers',
  setup: ({ onResolve }) => onResolve({ filter: /^@digitalbazaar\// }, ({ path }) => ({ path, external: true })),
}
const bundle =
  (...plugins) =>
  (config) => ({ ...config, platform: 'browser', format: 'esm', plugins, logLevel: 'error' })
const file = (entry) => `packages/${entry.replace(/(?=\/|$)/, '/dist')}${entry.endsWith('schema') ? '' : '/index'}.js`

/** All that an entry point exports, as it is loaded at the start. */
const start = (entry, limit) => ({ name: entry, path: file(entry), limit, modifyEsbuildConfig: bundle(startOnly) })
/** The same with all that it can ever load, but optional peers. */
const whole = (entry, limit) => ({
  name: `${entry}, on demand too`,
  path: file(entry),
  limit,
  modifyEsbuildConfig: bundle(withoutPeers),
})
/** One name of an entry point: what bundlers drop of the rest. */
const name = (name, entry, limit) => ({ ...start(entry, limit), name: `${name} of ${entry}`, import: name })

export default [
  start('documents', '22 kB'),
  whole('documents', '53 kB'),
  name('{ TestamurError }', 'documents', '300 B'),
  start('credentials', '14 kB'),
  start('credentials/validate', '40 kB'),
  start('credentials/validate/schema', '16 kB'),
  start('credentials/lint', '22 kB'),
  { ...name('{ achievementCredential }', 'credentials', '8 kB'), gzip: true },
  { ...name('{ clrCredential }', 'credentials', '8 kB'), gzip: true },
  { ...name('{ achievementHierarchy }', 'credentials', '8 kB'), gzip: true },
  start('proofs', '48 kB'),
  whole('proofs', '110 kB'),
  start('testamur', '92 kB'),
  whole('testamur', '162 kB'),
  name('{ achievementCredential }', 'testamur', '7.5 kB'),
  start('adapters/transcript', '44 kB'),
  start('adapters/pesc', '73 kB'),
  name('{ clrFromPescTranscript }', 'adapters/pesc', '61 kB'),
  name('{ pescFromClr }', 'adapters/pesc', '41 kB'),
  start('adapters/case', '27 kB'),
  start('adapters/credit-mobility', '3.2 kB'),
]
