// Issuing and verifying against @digitalbazaar/vc with eddsa-rdfc-2022: the same checks and the same bytes. It has no
// call for a whole record, so each credential is issued or verified in turn. "All" is the record with everything
// inside; "outer" is the proof of the record alone.
import { ratioOf, timed } from './measure.mjs'
import { verifyAll, withoutOuterProof } from './whole-record.mjs'

export const title = 'Times faster than @digitalbazaar/vc 7'
export const plotted = true
export const unit = '×'

export function rows({ unsigned, signed, ours, bazaar }) {
  const compare = async (work) => ratioOf(await timed(work(ours)), await timed(work(bazaar)))
  const verify = (document) => () => compare((competitor) => () => competitor.verify(signed[document]))
  const verifyWhole = (document) => () => compare((competitor) => verifyAll(competitor, signed[document]))
  const issueWhole = (document) => () => compare((competitor) => () => competitor.issueAll(unsigned[document]))
  const issue = (document) => () => {
    const credential = withoutOuterProof(signed[document])
    return compare((competitor) => () => competitor.issue(credential))
  }
  return [
    { id: 'ob-verify', name: 'badge, verify', run: verify('ob') },
    { id: 'ob-issue', name: 'badge, issue', run: issue('ob') },
    { id: 'clr-10-verify-all', name: 'CLR of 10, verify all', run: verifyWhole('clr-10') },
    { id: 'clr-10-issue-all', name: 'CLR of 10, issue all', run: issueWhole('clr-10') },
    { id: 'clr-40-verify-all', name: 'CLR of 40, verify all', run: verifyWhole('clr-40') },
    { id: 'clr-40-issue-all', name: 'CLR of 40, issue all', run: issueWhole('clr-40') },
    { id: 'clr-200-verify-all', name: 'CLR of 200, verify all', run: verifyWhole('clr-200') },
    { id: 'clr-200-issue-all', name: 'CLR of 200, issue all', run: issueWhole('clr-200') },
    { id: 'clr-40-verify-outer', name: 'CLR of 40, verify outer', run: verify('clr-40') },
    { id: 'clr-40-issue-outer', name: 'CLR of 40, issue outer', run: issue('clr-40') },
    { id: 'clr-40-inline-verify', name: 'CLR, 40 achievements inline, verify', run: verify('clr-40-inline') },
    { id: 'clr-40-inline-issue', name: 'CLR, 40 achievements inline, issue', run: issue('clr-40-inline') },
    { id: 'clr-40-alike-verify', name: 'CLR of 40, blank nodes alike, verify outer', run: verify('clr-40-alike') },
    { id: 'clr-40-alike-issue', name: 'CLR of 40, blank nodes alike, issue outer', run: issue('clr-40-alike') },
  ]
}
