// Verifies the proof of one badge with @digitalbazaar/vc.
import { readFileSync } from 'node:fs'
import { digitalbazaar } from '../competitors/digitalbazaar.mjs'

const [, , badge, documents] = process.argv
const read = (file) => JSON.parse(readFileSync(file, 'utf8'))
const { verify } = await digitalbazaar({ documents: read(documents), now: new Date('2026-06-01T00:00:00Z') })
await verify(read(badge))
