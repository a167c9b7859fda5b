import { importCase } from './import-case.js'
import { importPesc } from './import-pesc.js'
import type { DefineCommand } from './interface.js'

/** `testamur import …` */
export const importCommands: DefineCommand = (parent, io, exit) => {
  const imports = parent.command('import').description('Make learner records from other formats.')
  importPesc(imports, io, exit)
  importCase(imports, io, exit)
}
