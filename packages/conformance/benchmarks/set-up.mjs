// Documents, signed ones among them, and everybody who issues and verifies them.
import { digitalbazaar } from './competitors/digitalbazaar.mjs'
import { jose } from './competitors/jose.mjs'
import { testamur } from './competitors/testamur.mjs'
import { badge, badges, documentsForPeers, inlineRecord, issuerOfAll, now, record } from './documents.mjs'

/** Returns the issuer, the documents unsigned and signed, and the competitors. */
export async function setUp() {
  const issuer = await issuerOfAll()
  const ours = testamur({ ...issuer, now })
  const unsigned = {
    ob: badge(issuer),
    'clr-10': record(issuer, badges(issuer, 10)),
    'clr-40': record(issuer, badges(issuer, 40)),
    'clr-200': record(issuer, badges(issuer, 200)),
    'clr-40-inline': inlineRecord(issuer, 40),
    'clr-40-alike': record(issuer, badges(issuer, 40, { anonymous: true })),
  }
  const signed = {}
  for (const [name, document] of Object.entries(unsigned)) signed[name] = await ours.issueAll(document)
  const { id: controller, verificationMethod: id, seed } = issuer
  const forPeers = { key: { id, controller, seed }, documents: documentsForPeers(issuer), now }
  return {
    issuer,
    unsigned,
    signed,
    ours,
    forPeers,
    bazaar: await digitalbazaar(forPeers),
    jose: jose({ ...issuer, now }),
  }
}
