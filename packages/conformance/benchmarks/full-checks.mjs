// What `verify()` finds out besides: schema, rules, undefined names, who is issuer and subject of what, status. The
// status list is at hand, as after the first fetch: in the caller's cache, or among the caller's documents, where it is
// verified anew with each call.
import { gzipSync } from 'node:zlib'
import { remoteDocumentCache } from '@testamur/proofs/dids'
import { verify } from 'testamur'
import { badges, now, record } from './documents.mjs'
import { ratioOf, timed } from './measure.mjs'
import { verifyAll } from './whole-record.mjs'

export const title = 'Time of all checks of verify(), beyond that of the proofs alone'
export const unit = '%'

const statusList = 'https://www.university.example/status/1'

const statusEntry = (index) => ({
  credentialStatus: {
    type: 'BitstringStatusListEntry',
    statusPurpose: 'revocation',
    statusListIndex: String(index),
    statusListCredential: statusList,
  },
})

const listOfStatus = (issuer) => ({
  '@context': ['https://www.w3.org/ns/credentials/v2'],
  id: statusList,
  type: ['VerifiableCredential', 'BitstringStatusListCredential'],
  issuer: { id: issuer.id },
  validFrom: '2026-05-17T00:00:00Z',
  credentialSubject: {
    id: `${statusList}#list`,
    type: 'BitstringStatusList',
    statusPurpose: 'revocation',
    encodedList: `u${gzipSync(new Uint8Array(16 * 1024)).toString('base64url')}`,
  },
})

export async function rows({ issuer, signed, ours }) {
  const withStatus = badges(issuer, 40).map((badge, index) => ({ ...badge, ...statusEntry(index) }))
  const badge = await ours.issueAll(withStatus[0])
  const clr = await ours.issueAll(record(issuer, withStatus))
  const list = await ours.issue(listOfStatus(issuer))
  const documents = { [statusList]: list }
  const kept = { cache: remoteDocumentCache({ maxAgeMs: 3_600_000 }), fetch: async () => Response.json(list) }

  const beyondProofs = async (credential, options) => {
    async function allChecks() {
      const { verified, errors } = await verify(credential, { ...options, now })
      if (!verified) throw new Error(`Testamur: ${JSON.stringify(errors)}`)
    }
    const { pairs, ...times } = await ratioOf(await timed(verifyAll(ours, credential)), await timed(allChecks))
    const percent = Object.entries(times).map(([name, ratio]) => [name, (ratio - 1) * 100])
    return { ...Object.fromEntries(percent), pairs }
  }
  return [
    { id: 'ob-full-checks', name: 'badge without status', run: () => beyondProofs(signed.ob) },
    { id: 'ob-status-full-checks', name: 'badge, its status list kept', run: () => beyondProofs(badge, kept) },
    {
      id: 'ob-status-anew-full-checks',
      name: 'badge, its status list anew',
      run: () => beyondProofs(badge, { documents, offline: true }),
    },
    { id: 'clr-40-full-checks', name: 'CLR of 40, its status list kept', run: () => beyondProofs(clr, kept) },
    { id: 'clr-200-full-checks', name: 'CLR of 200 without status', run: () => beyondProofs(signed['clr-200']) },
  ]
}
