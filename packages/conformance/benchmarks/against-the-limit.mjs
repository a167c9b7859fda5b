// Against the cryptography alone, with the canonical bytes given: no canonical form comes for free.
import { physicalLimit } from './competitors/physical-limit.mjs'
import { ratioOf, timed } from './measure.mjs'
import { innerOf, verifyAll } from './whole-record.mjs'

export const title = 'Time, as a multiple of one Ed25519 and the SHA-256 of the known bytes per signature'
export const unit = '×'

export function rows({ issuer, unsigned, signed, ours }) {
  const limitOf = (document) => physicalLimit([...innerOf(signed[document]), signed[document]], issuer)
  const verify = async (document) => {
    const limit = await limitOf(document)
    return ratioOf(await timed(limit.verify), await timed(verifyAll(ours, signed[document])))
  }
  const issue = async (document) => {
    const limit = await limitOf(document)
    return ratioOf(await timed(limit.issue), await timed(() => ours.issueAll(unsigned[document])))
  }
  return [
    { id: 'ob-verify-limit', name: 'badge, verify', run: () => verify('ob') },
    { id: 'ob-issue-limit', name: 'badge, issue', run: () => issue('ob') },
    { id: 'clr-40-verify-all-limit', name: 'CLR of 40, verify all', run: () => verify('clr-40') },
    { id: 'clr-40-issue-all-limit', name: 'CLR of 40, issue all', run: () => issue('clr-40') },
    { id: 'clr-200-verify-all-limit', name: 'CLR of 200, verify all', run: () => verify('clr-200') },
    { id: 'clr-200-issue-all-limit', name: 'CLR of 200, issue all', run: () => issue('clr-200') },
    {
      id: 'clr-40-inline-verify-limit',
      name: 'CLR, 40 achievements inline, verify',
      run: () => verify('clr-40-inline'),
    },
    { id: 'clr-40-inline-issue-limit', name: 'CLR, 40 achievements inline, issue', run: () => issue('clr-40-inline') },
  ]
}
