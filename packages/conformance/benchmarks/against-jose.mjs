// The same credential as a VC-JWT by jose, signed as it stands: the price of linked data.
import { ratioOf, timed } from './measure.mjs'
import { withoutOuterProof } from './whole-record.mjs'

export const title = 'Time, as a multiple of a VC-JWT by jose'
export const unit = '×'

export function rows({ signed, ours, jose }) {
  const issue = async (document) => {
    const credential = withoutOuterProof(signed[document])
    return ratioOf(await timed(() => jose.issue(credential)), await timed(() => ours.issue(credential)))
  }
  const verify = async (document) => {
    const token = await jose.issue(withoutOuterProof(signed[document]))
    return ratioOf(await timed(() => jose.verify(token)), await timed(() => ours.verify(signed[document])))
  }
  return [
    { id: 'ob-verify-jose', name: 'badge, verify', run: () => verify('ob') },
    { id: 'ob-issue-jose', name: 'badge, issue', run: () => issue('ob') },
    { id: 'clr-40-verify-jose', name: 'CLR of 40, verify outer', run: () => verify('clr-40') },
    { id: 'clr-40-issue-jose', name: 'CLR of 40, issue outer', run: () => issue('clr-40') },
  ]
}
