// From the start of a process to its end, with one badge verified in between: what a command line, a function in the
// cloud or a short script pays.
import { writeFileSync } from 'node:fs'
import path from 'node:path'
import { ofProcess, ratioOf } from './measure.mjs'

export const title = 'Time from process start to the first verified badge, as a multiple of a bare start of Node'
export const unit = '×'

const program = (name) => path.join(import.meta.dirname, 'start-up', `${name}.mjs`)

export function rows({ signed, forPeers: { documents }, folder }) {
  const badge = path.join(folder, 'badge.json')
  const peerDocuments = path.join(folder, 'documents.json')
  writeFileSync(badge, JSON.stringify(signed.ob))
  writeFileSync(peerDocuments, JSON.stringify(documents))
  const bare = ofProcess(program('nothing'))
  return [
    { id: 'start-verify', name: 'verify()', run: () => ratioOf(bare, ofProcess(program('verify'), badge)) },
    {
      id: 'start-verify-proof',
      name: 'the proof alone',
      run: () => ratioOf(bare, ofProcess(program('verify-proof'), badge)),
    },
    {
      id: 'start-digitalbazaar',
      name: '@digitalbazaar/vc',
      run: () => ratioOf(bare, ofProcess(program('digitalbazaar'), badge, peerDocuments)),
    },
  ]
}
