// Prints the rise of peak memory while @digitalbazaar/vc verifies every proof of a record.
import { readFileSync } from 'node:fs'
import { digitalbazaar } from '../competitors/digitalbazaar.mjs'
import { verifyAll } from '../whole-record.mjs'
import { printRise } from './rise.mjs'

const documents = JSON.parse(readFileSync(process.argv[3], 'utf8'))
const peer = await digitalbazaar({ documents, now: new Date('2026-06-01T00:00:00Z') })
await printRise((record) => verifyAll(peer, record)())
