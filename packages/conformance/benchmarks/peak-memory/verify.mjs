// Prints the rise of peak memory while verify() makes every check of a record.
import { verify } from 'testamur'
import { printRise } from './rise.mjs'

await printRise(async (record) => {
  const { verified, errors } = await verify(record, { offline: true, now: new Date('2026-06-01T00:00:00Z') })
  if (!verified) throw new Error(JSON.stringify(errors))
})
