// What one builder brings into a bundle.
import path from 'node:path'
import { gzipSync } from 'node:zlib'
import { build } from 'esbuild'
import { expect, it } from 'vitest'
import * as builders from '../src/builders/index.js'

const sources = path.join(import.meta.dirname, '../src')

async function bundleOf(name: string): Promise<{ gzipBytes: number; files: string[] }> {
  const { outputFiles, metafile } = await build({
    stdin: { contents: `export { ${name} } from './index.js'`, resolveDir: sources, loader: 'ts' },
    bundle: true,
    minify: true,
    write: false,
    metafile: true,
    platform: 'browser',
    format: 'esm',
    target: 'es2023',
    conditions: ['@testamur/source'],
    logLevel: 'silent',
  })
  const [output] = Object.values(metafile.outputs)
  const used = Object.entries(output?.inputs ?? {}).filter(([, { bytesInOutput }]) => bytesInOutput > 0)
  return { gzipBytes: gzipSync(outputFiles[0]?.contents ?? '', { level: 9 }).length, files: used.map(([file]) => file) }
}

it.each(Object.keys(builders))(
  '%s brings no validator and no context, and weighs at most 8 kB, compressed',
  async (name) => {
    const { gzipBytes, files } = await bundleOf(name)
    expect(files.filter((file) => /generated|documents\/src\/(?!errors|json\/)/.test(file))).toEqual([])
    expect(gzipBytes).toBeGreaterThan(200)
    expect(gzipBytes).toBeLessThanOrEqual(8000)
  },
)
