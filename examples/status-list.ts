// A status list is issued, a badge is revoked by it, and both are verified without the network.
import { gzipSync } from 'node:zlib'
import { memoryKeyStore } from '@testamur/proofs/key-stores/memory'
import { achievementCredential, issue, verify } from 'testamur'

const keys = memoryKeyStore()
const { controller, verificationMethod } = await keys.generate()
const signer = await keys.getSigner(verificationMethod)
const listUrl = 'https://registrar.example.edu/status/1'

// The badge says where its status stands: at one of 131,072 places, so that nobody sees whose status is looked at.
const place = 94_567
const badge = await issue(
  achievementCredential({
    issuer: { id: controller, name: 'Example University' },
    validFrom: new Date('2026-05-17T00:00:00Z'),
    credentialSubject: {
      id: 'did:example:learner',
      achievement: {
        name: 'Statics',
        description: 'Forces at rest.',
        criteria: { narrative: 'Two midterms and a final examination.' },
      },
    },
    credentialStatus: {
      type: 'BitstringStatusListEntry',
      statusPurpose: 'revocation',
      statusListIndex: String(place),
      statusListCredential: listUrl,
    },
  }),
  { signer },
)

/** The list as the issuer publishes it: a credential with one bit for each place, set for those that are revoked. */
function statusList(revoked: readonly number[]): Promise<object> {
  const bits = new Uint8Array(131_072 / 8)
  for (const index of revoked) bits[index >> 3] = (bits[index >> 3] ?? 0) | (0x80 >> (index & 7))
  const list = {
    '@context': ['https://www.w3.org/ns/credentials/v2'],
    id: listUrl,
    type: ['VerifiableCredential', 'BitstringStatusListCredential'],
    issuer: controller,
    validFrom: '2026-05-17T00:00:00Z',
    credentialSubject: {
      type: 'BitstringStatusList',
      statusPurpose: 'revocation',
      encodedList: `u${gzipSync(bits).toString('base64url')}`,
    },
  }
  return issue(list, { signer })
}

const before = await verify(badge, { offline: true, documents: { [listUrl]: await statusList([]) } })
console.log(before.outcome) // verified

const after = await verify(badge, { offline: true, documents: { [listUrl]: await statusList([place]) } })
console.log(after.outcome, after.errors[0]?.code) // rejected revoked

// Whoever cannot see the list does not know. That is not the same as "not revoked".
const unknown = await verify(badge, { offline: true })
console.log(unknown.outcome, unknown.errors[0]?.code) // undetermined status-unobtainable
