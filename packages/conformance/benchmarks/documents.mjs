// What is measured: badges and records of the usual size, made by the builders. Ids and keys are fixed, so every run
// measures the same bytes.
import { createPrivateKey, createPublicKey } from 'node:crypto'
import { contextSource, contextUrls } from '@testamur/documents/contexts'
import { didKeyDocument } from '@testamur/proofs/dids'
import { privateJwkFrom, signerFromJwk } from '@testamur/proofs/keys'
import { achievement, achievementCredential, association, clrCredential } from 'testamur'

const validFrom = new Date('2026-05-17T00:00:00Z')
const learner = 'did:example:learner'

/** The time at which everything is signed and verified. */
export const now = new Date('2026-06-01T00:00:00Z')

/** Who issues everything: a did:key, as our signer and as key objects of node:crypto. */
export async function issuerOfAll() {
  const seed = new Uint8Array(32).fill(7)
  const jwk = await privateJwkFrom(seed)
  const signer = await signerFromJwk(jwk)
  const { verificationMethod } = signer
  const [id] = verificationMethod.split('#')
  const privateKey = createPrivateKey({ key: jwk, format: 'jwk' })
  return { id, verificationMethod, seed, signer, privateKey, publicKey: createPublicKey(privateKey) }
}

/** What peers would fetch: contexts, and the issuer's DID document and verification method, by URL. */
export function documentsForPeers({ id, verificationMethod }) {
  const contexts = contextSource()
  const { credentialsV2, openBadges303, clr201, multikeyV1 } = contextUrls
  const used = [credentialsV2, openBadges303, clr201].map((url) => [url, contexts(url)])
  const didDocument = didKeyDocument(id)
  const method = { '@context': multikeyV1, ...didDocument.verificationMethod[0] }
  return Object.fromEntries([...used, [id, didDocument], [verificationMethod, method]])
}

const uuid = (kind, number) => `urn:uuid:${kind}-6fb1-4ed4-a2d9-${String(number).padStart(12, '0')}`

const profile = (issuer) => ({
  id: issuer.id,
  name: 'Example University',
  url: 'https://www.university.example',
  email: 'registrar@university.example',
})

const course = (number) => ({
  id: uuid('5e4f7c9a', number),
  achievementType: 'Course',
  humanCode: `ENGR ${number}`,
  name: `Statics ${number}`,
  description: 'Forces at rest: equilibrium, trusses, friction, centroids and moments of inertia.',
  criteria: {
    narrative: 'Weekly problems, two midterms and a final examination, passed with at least 60 of 100 points.',
  },
  fieldOfStudy: 'Mechanical engineering',
  specialization: 'Structures',
  creditsAvailable: 3,
  inLanguage: 'en-US',
  version: '2026',
  creator: { id: 'https://www.university.example/departments/engineering', name: 'Department of Engineering' },
  tag: ['mechanics', 'engineering'],
  image: { id: `https://www.university.example/badges/${number}.png`, type: 'Image', caption: 'A truss' },
  related: [{ id: uuid('6a0b3c4d', number), type: ['Related'], inLanguage: 'es', version: '2026' }],
  resultDescription: [
    {
      id: uuid('7d1c2b3a', number),
      name: 'Final grade',
      resultType: 'GradePointAverage',
      valueMin: '0.0',
      valueMax: '4.0',
      requiredValue: '1.0',
    },
  ],
})

/** One badge, unsigned: two of its nodes have no id, the criteria and the result. */
export const badge = (issuer, number = 1, subject = { id: learner }, members = {}) =>
  achievementCredential({
    id: uuid('8f4a8f52', number),
    name: `Statics ${number}`,
    issuer: profile(issuer),
    validFrom,
    awardedDate: validFrom,
    description: 'Awarded for passing the course in the spring term.',
    credentialSubject: {
      ...subject,
      creditsEarned: 3,
      term: 'Spring 2026',
      activityStartDate: new Date('2026-01-12T00:00:00Z'),
      activityEndDate: new Date('2026-05-08T00:00:00Z'),
      result: [{ resultDescription: uuid('7d1c2b3a', number), value: '3.7' }],
      achievement: course(number),
    },
    ...members,
  })

const identifiers = {
  identifier: [
    { identityType: 'emailAddress', identityHash: 'learner@university.example', hashed: false },
    { identityType: 'sourcedId', identityHash: '20260001', hashed: false },
  ],
}

const numbers = (size) => Array.from({ length: size }, (_, index) => index + 1)

/** A record, unsigned, of credentials that are signed or not; each course follows the one before. */
export const record = (issuer, credentials) =>
  clrCredential({
    id: uuid('9f1ad0b1', credentials.length),
    name: 'Transcript',
    issuer: profile(issuer),
    validFrom,
    credentialSubject: {
      id: learner,
      verifiableCredential: credentials,
      association: credentials.slice(1).map((_, index) =>
        association({
          associationType: 'precedes',
          sourceId: uuid('5e4f7c9a', index + 1),
          targetId: uuid('5e4f7c9a', index + 2),
        }),
      ),
    },
  })

/** The badges of a record; with `anonymous` ones, blank nodes look alike from one badge to the next. */
export const badges = (issuer, size, { anonymous = false, members = {} } = {}) =>
  numbers(size).map((number) => badge(issuer, number, anonymous ? identifiers : undefined, members))

/**
 * A record that lists its achievements itself and holds no credentials: the least cryptography for the most linked data.
 * Builders ask for at least one credential.
 */
export function inlineRecord(issuer, size) {
  const { credentialSubject, ...members } = record(issuer, badges(issuer, 1))
  return {
    ...members,
    credentialSubject: {
      ...credentialSubject,
      verifiableCredential: [],
      achievement: numbers(size).map((number) => achievement(course(number))),
    },
  }
}
