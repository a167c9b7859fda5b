// Verifies one badge with every check.
import { readFileSync } from 'node:fs'
import { verify } from 'testamur'

const { verified, errors } = await verify(readFileSync(process.argv[2]), {
  offline: true,
  now: new Date('2026-06-01T00:00:00Z'),
})
if (!verified) throw new Error(JSON.stringify(errors))
