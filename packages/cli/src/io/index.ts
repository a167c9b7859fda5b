export type { FileSystem, Io, TextSink } from './interface.js'
export { processIo } from './process-io.js'
