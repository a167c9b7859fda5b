import { exportPesc } from './export-pesc.js'
import type { DefineCommand } from './interface.js'

/** `testamur export …` */
export const exportCommands: DefineCommand = (parent, io, exit) => {
  const exports = parent.command('export').description('Make documents in other formats from learner records.')
  exportPesc(exports, io, exit)
}
