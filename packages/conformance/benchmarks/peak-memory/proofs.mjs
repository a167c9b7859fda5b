// Prints the rise of peak memory while Testamur verifies every proof of a record.
import { testamur } from '../competitors/testamur.mjs'
import { verifyAll } from '../whole-record.mjs'
import { printRise } from './rise.mjs'

const ours = testamur({ now: new Date('2026-06-01T00:00:00Z') })
await printRise((record) => verifyAll(ours, record)())
