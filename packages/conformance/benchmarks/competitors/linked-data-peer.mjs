// What is the same for @digitalbazaar/vc and its fork @digitalcredentials/vc.

/**
 * @param documents - contexts, DID documents and verification methods by URL; the peer gets them marked as unchanging,
 *   so that it may keep what it made of them
 * @param signingSuite - for `issue`; not needed for `verify`
 */
export function linkedDataPeer({ name, vc, signingSuite, verificationSuite, documents, now }) {
  const loaded = new Map(
    Object.entries(documents).map(([documentUrl, document]) => [
      documentUrl,
      { contextUrl: null, documentUrl, document, tag: 'static' },
    ]),
  )
  const documentLoader = async (url) => {
    const found = loaded.get(url)
    if (found === undefined) throw new Error(`${name} asked for ${url}`)
    return found
  }

  // It writes the proof into what it is given.
  const issue = ({ ...credential }) => vc.issue({ credential, suite: signingSuite(), documentLoader, now })

  async function issueAll({ credentialSubject, ...members }) {
    const verifiableCredential = []
    for (const credential of credentialSubject.verifiableCredential) verifiableCredential.push(await issue(credential))
    return issue({ ...members, credentialSubject: { ...credentialSubject, verifiableCredential } })
  }

  async function verify(credential) {
    const outcome = await vc.verifyCredential({ credential, suite: verificationSuite(), documentLoader, now })
    if (!outcome.verified) throw new Error(`${name}: ${JSON.stringify(outcome.error)}`, { cause: outcome.error })
  }

  return { issue, issueAll, verify }
}
