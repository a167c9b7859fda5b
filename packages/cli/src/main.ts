// The boundary to the process; everything else can be run by a test.
import { processIo } from './io/index.js'
import { run, tellError } from './run.js'

const argv = process.argv.slice(2)
const io = processIo()

// What no command waits for would end the process with a stack trace.
process.on('uncaughtException', async (error) => process.exit(await tellError(error, argv, io)))

process.exitCode = await run(argv, io)
