// Verifies a badge in whatever form it arrives: JSON, a token (VC-JWT), a PNG or an SVG that it is baked into.
import { readFile } from 'node:fs/promises'
import { unbake, verify } from 'testamur'

const folder = 'examples/data'
for (const name of ['badge.json', 'badge.jwt', 'badge.png', 'badge.svg']) {
  const report = await verify(await readFile(`${folder}/${name}`))
  console.log(`${name}: ${report.outcome}, ${report.mediaType}`) // badge.…: verified, …
}

// What is in the picture, without a word on what it is worth.
const image = await readFile(`${folder}/badge.png`)
const baked = await unbake(image)
if (!baked.ok) throw new Error(baked.problem.detail)
console.log(baked.format, JSON.parse(baked.content).name) // open-badges-3 Statics

// One changed byte, here the last of the credential, and the checksum of the picture does not fit any more.
const damaged = Uint8Array.from(image)
const last = image.lastIndexOf('IDAT') - 9
damaged[last] = (damaged[last] ?? 0) ^ 1
const report = await verify(damaged)
console.log(report.outcome, report.errors[0]?.code) // rejected png-malformed
