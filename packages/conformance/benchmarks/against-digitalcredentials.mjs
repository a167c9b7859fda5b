// The fork of @digitalbazaar/vc that the Digital Credentials Consortium keeps: the same checks.
import { ratioOf, timed } from './measure.mjs'

export const title = 'Times faster than @digitalcredentials/vc 10'
export const unit = '×'

export function rows({ unsigned, signed, ours, forPeers }) {
  // Loaded only where it is measured: nothing here has a goal.
  const load = async () => (await import('./competitors/digitalcredentials.mjs')).digitalcredentials(forPeers)
  const compare = async (work) => {
    const peer = await load()
    return ratioOf(await timed(() => work(ours)), await timed(() => work(peer)))
  }
  const verify = (document) => compare((competitor) => competitor.verify(signed[document]))
  return [
    { id: 'ob-verify-digitalcredentials', name: 'badge, verify', run: () => verify('ob') },
    {
      id: 'ob-issue-digitalcredentials',
      name: 'badge, issue',
      run: () => compare((competitor) => competitor.issue(unsigned.ob)),
    },
    { id: 'clr-10-verify-digitalcredentials', name: 'CLR of 10, verify outer', run: () => verify('clr-10') },
    { id: 'clr-40-verify-digitalcredentials', name: 'CLR of 40, verify outer', run: () => verify('clr-40') },
  ]
}
