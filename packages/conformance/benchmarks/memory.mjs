// The peak of memory while a record is verified, above what the process held with the record loaded; a fresh process
// each time. Reported only: when memory is given back, the garbage collector decides.
import { writeFileSync } from 'node:fs'
import path from 'node:path'
import { inProcess, repeated } from './measure.mjs'

export const title = 'Rise of peak memory, CLR of 200, verify all'
export const unit = 'MB'

const program = (name) => path.join(import.meta.dirname, 'peak-memory', `${name}.mjs`)

export function rows({ signed, forPeers: { documents }, folder }) {
  const record = path.join(folder, 'record.json')
  const peerDocuments = path.join(folder, 'documents.json')
  writeFileSync(record, JSON.stringify(signed['clr-200']))
  writeFileSync(peerDocuments, JSON.stringify(documents))
  return [
    { id: 'memory-verify-all', name: 'proofs', run: () => repeated(inProcess(program('proofs'), record)) },
    { id: 'memory-verify', name: 'verify()', run: () => repeated(inProcess(program('verify'), record)) },
    {
      id: 'memory-digitalbazaar',
      name: '@digitalbazaar/vc',
      run: () => repeated(inProcess(program('digitalbazaar'), record, peerDocuments)),
    },
  ]
}
