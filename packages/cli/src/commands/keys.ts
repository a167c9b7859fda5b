import type { DefineCommand } from './interface.js'
import { keysChangePassphrase } from './keys-change-passphrase.js'
import { keysGenerate } from './keys-generate.js'
import { keysImport } from './keys-import.js'
import { keysList } from './keys-list.js'
import { keysPublish } from './keys-publish.js'
import { keysRevoke } from './keys-revoke.js'
import { keysRotate } from './keys-rotate.js'

/** `testamur keys …` */
export const keysCommands: DefineCommand = (parent, io, exit) => {
  const keys = parent.command('keys').description('Make, name, rotate, revoke and publish signing keys.')
  keysGenerate(keys, io, exit)
  keysList(keys, io, exit)
  keysRotate(keys, io, exit)
  keysRevoke(keys, io, exit)
  keysPublish(keys, io, exit)
  keysImport(keys, io, exit)
  keysChangePassphrase(keys, io, exit)
}
