// The boundary to the process; everything else can be run by a test.
import { exitCodes } from './exit-codes.js'
import { processIo } from './io/index.js'
import { run, tellError } from './run.js'

const argv = process.argv.slice(2)
const io = processIo()

// What no command waits for would end the process with a stack trace.
process.on('uncaughtException', async (error) => process.exit(await tellError(error, argv, io)))

// Not awaited here: what is loaded on demand would wait for the end of this file. A call that never ends has failed.
run(argv, io).then((code) => {
  process.exitCode = code
})
process.on('exit', () => {
  process.exitCode ??= exitCodes.call
})
