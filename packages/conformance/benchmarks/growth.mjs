// Five times the credentials: nothing may grow faster than the record.
import { ratioOf, timed } from './measure.mjs'
import { verifyAll } from './whole-record.mjs'

export const title = 'Time for a CLR of 200, as a multiple of that for a CLR of 40: five times the work'
export const unit = '×'

export function rows({ unsigned, signed, ours }) {
  const growth = async (small, large) => ratioOf(await timed(small), await timed(large))
  return [
    {
      id: 'growth-verify-all',
      name: 'verify all',
      run: () => growth(verifyAll(ours, signed['clr-40']), verifyAll(ours, signed['clr-200'])),
    },
    {
      id: 'growth-issue-all',
      name: 'issue all',
      run: () =>
        growth(
          () => ours.issueAll(unsigned['clr-40']),
          () => ours.issueAll(unsigned['clr-200']),
        ),
    },
  ]
}
