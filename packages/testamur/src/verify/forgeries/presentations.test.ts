import type { JsonObject } from '@testamur/documents'
import { createVpJwt } from '@testamur/proofs/vc-jwt'
import { beforeAll, describe, expect, it } from 'vitest'
import { withProofBy } from '../../../test/issuers.js'
import { course, now, signed, type TestIssuer, testIssuer } from '../../../test/record.js'
import { verdictOn, warningsOn } from '../../../test/verdict.js'

const challenge = '3f9c'
const domain = 'https://employer.example'
let university: TestIssuer
let holder: TestIssuer
let thief: TestIssuer

beforeAll(async () => {
  university = await testIssuer()
  holder = await testIssuer()
  thief = await testIssuer()
})

/** A badge of the holder's, unless it is said to be about somebody else. */
const badge = (number = 1, about = holder.id): Promise<JsonObject> => {
  const unsigned = course(university.id, number)
  const credentialSubject = { ...(unsigned['credentialSubject'] as JsonObject), id: about }
  return signed({ ...unsigned, credentialSubject }, university)
}
const unsigned = (credentials: readonly JsonObject[], by = holder.id): JsonObject => ({
  '@context': ['https://www.w3.org/ns/credentials/v2'],
  type: ['VerifiablePresentation'],
  holder: by,
  verifiableCredential: [...credentials],
})
const answer = { proofPurpose: 'authentication', challenge, domain }
const asked = { challenge, domain }

describe('a presentation', () => {
  it('answers the challenge of this verifier', async () => {
    const honest = await withProofBy(holder.signer, unsigned([await badge()]), answer)
    expect(await verdictOn(honest, asked)).toEqual(['verified'])
  })

  it('that answered another challenge is refused: it is a replay', async () => {
    const replayed = await withProofBy(holder.signer, unsigned([await badge()]), { ...answer, challenge: 'before' })
    expect(await verdictOn(replayed, asked)).toEqual(['rejected', 'proof failed: proof-challenge /proof/challenge'])
    const changed = { ...replayed, proof: { ...(replayed['proof'] as JsonObject), challenge } }
    expect(await verdictOn(changed, asked)).toEqual(['rejected', 'proof failed: signature-invalid /proof'])
  })

  it('that answers no challenge is refused where one was set, and told of where none was', async () => {
    const { challenge: _, ...unasked } = answer
    const bare = await withProofBy(holder.signer, unsigned([await badge()]), unasked)
    expect((await verdictOn(bare, asked))[1]).toBe('proof failed: proof-challenge /proof/challenge')
    expect(await warningsOn(bare)).toEqual(['verified', 'challenge-unchecked /proof'])
  })

  it('that was made for another verifier is refused', async () => {
    const relayed = await withProofBy(holder.signer, unsigned([await badge()]), {
      ...answer,
      domain: 'https://evil.example',
    })
    expect(await verdictOn(relayed, asked)).toEqual(['rejected', 'proof failed: proof-domain /proof/domain'])
  })

  it('for another purpose than to show it is refused', async () => {
    const proofPurpose = 'assertionMethod'
    const claimed = await withProofBy(holder.signer, unsigned([await badge()]), { ...answer, proofPurpose })
    expect(await verdictOn(claimed, asked)).toEqual(['rejected', 'proof failed: proof-purpose /proof/proofPurpose'])
  })

  it('whose holder is not the key’s controller is refused', async () => {
    const stolen = await withProofBy(thief.signer, unsigned([await badge()]), answer)
    expect(await verdictOn(stolen, asked)).toEqual([
      'rejected',
      'proof undetermined: key-not-issuers /proof/verificationMethod',
      'issuer failed: key-not-issuers /proof/verificationMethod',
    ])
  })

  it('that nobody signed is refused', async () => {
    const [outcome, reason] = await verdictOn(unsigned([await badge()]))
    expect([outcome, reason]).toEqual(['rejected', 'proof failed: proof-missing '])
  })

  it('cannot have credentials taken away or added', async () => {
    const honest = await withProofBy(holder.signer, unsigned([await badge(), await badge(2)]), answer)
    const [first] = honest['verifiableCredential'] as JsonObject[]
    const fewer = { ...honest, verifiableCredential: [first as JsonObject] }
    expect(await verdictOn(fewer, asked)).toEqual(['rejected', 'proof failed: signature-invalid /proof'])
    const other = await badge(3)
    const more = { ...honest, verifiableCredential: [...(honest['verifiableCredential'] as JsonObject[]), other] }
    expect(await verdictOn(more, asked)).toEqual(['rejected', 'proof failed: signature-invalid /proof'])
  })

  it('does not vouch for the credentials in it', async () => {
    const forged = { ...(await badge()), name: 'Doctor of Medicine' }
    const shown = await withProofBy(holder.signer, unsigned([forged]), answer)
    expect(await verdictOn(shown, asked)).toEqual([
      'rejected',
      'proof failed: signature-invalid /verifiableCredential/0/proof',
    ])
    const nobodys = await withProofBy(holder.signer, unsigned([course(university.id, 1)]), answer)
    expect((await verdictOn(nobodys, asked))[1]).toBe('proof failed: proof-missing /verifiableCredential/0')
  })

  it('of a credential about somebody else is told of, and refused to whom the caller knows', async () => {
    const shown = await withProofBy(holder.signer, unsigned([await badge(1, thief.id)]), answer)
    expect(await warningsOn(shown, asked)).toEqual([
      'verified',
      'subject-differs /verifiableCredential/0/credentialSubject',
    ])
    expect(await verdictOn(shown, { ...asked, recipient: { id: holder.id } })).toEqual([
      'rejected',
      'recipient failed: recipient-differs /verifiableCredential/0/credentialSubject',
    ])
  })

  it('is not what a bare credential is, where a challenge or a domain was set', async () => {
    for (const expected of [{ challenge }, { domain }, asked]) {
      expect(await verdictOn(await badge(), expected)).toEqual(['rejected', 'parse failed: presentation-expected '])
    }
  })

  it('cannot stand inside another document as a credential', async () => {
    const inside = await withProofBy(holder.signer, unsigned([await badge()]), answer)
    const outer = await withProofBy(holder.signer, unsigned([inside]), answer)
    const verdict = await verdictOn(outer, asked)
    expect(verdict[0]).toBe('rejected')
    expect(verdict).toContain('parse failed: presentation-inside /verifiableCredential/0')
  })

  it('cannot be a credential too: what a thief says of himself would hide whose the badge is', async () => {
    const both = { ...unsigned([await badge()], thief.id), issuer: thief.id, credentialSubject: { id: thief.id } }
    const type = ['VerifiablePresentation', 'VerifiableCredential']
    const shown = await withProofBy(thief.signer, { ...both, type }, answer)
    expect(await verdictOn(shown, { ...asked, recipient: { id: thief.id } })).toEqual([
      'rejected',
      'parse failed: not-a-credential /type',
    ])
  })

  it('cannot pass for a credential', async () => {
    const both = {
      ...unsigned([await badge()]),
      type: ['VerifiablePresentation', 'VerifiableCredential'],
      issuer: university.id,
    }
    const forged = { ...both, proof: (await badge())['proof'] as JsonObject }
    expect((await verdictOn(forged))[0]).toBe('rejected')
  })
})

describe('a presentation as a token', () => {
  const shown = async (options: object = {}, by: TestIssuer = holder): Promise<string> =>
    createVpJwt(unsigned([await badge()]) as never, { signer: by.signer, challenge, domain, created: now, ...options })

  it('answers the challenge of this verifier', async () => {
    expect(await verdictOn(await shown(), asked)).toEqual(['verified'])
  })

  it('is refused as a replay, and when it was made for another verifier', async () => {
    expect(await verdictOn(await shown({ challenge: 'before' }), asked)).toEqual([
      'rejected',
      'claims failed: proof-challenge /nonce',
    ])
    expect(await verdictOn(await shown({ challenge: undefined }), asked)).toEqual([
      'rejected',
      'claims failed: proof-challenge /nonce',
    ])
    expect(await verdictOn(await shown({ domain: 'https://evil.example' }), asked)).toEqual([
      'rejected',
      'claims failed: proof-domain /aud',
    ])
  })

  it('is refused by a key that is not the holder’s', async () => {
    expect((await verdictOn(await shown({}, thief), asked)).slice(0, 2)).toEqual([
      'rejected',
      'proof undetermined: key-not-issuers ',
    ])
  })

  it('is refused after its time', async () => {
    const expires = new Date(now.getTime() - 1000)
    expect(await verdictOn(await shown({ expires }), asked)).toEqual(['rejected', 'validity failed: expired /exp'])
  })
})
