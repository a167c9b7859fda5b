import type { JsonObject } from '@testamur/documents'
import { beforeAll, describe, expect, it } from 'vitest'
import { withProofBy } from '../../../test/issuers.js'
import { course, learner, now, record, signed, type TestIssuer, testIssuer } from '../../../test/record.js'
import { verdictOn } from '../../../test/verdict.js'
import { verify } from '../verify.js'

let university: TestIssuer
let college: TestIssuer

beforeAll(async () => {
  university = await testIssuer()
  college = await testIssuer()
})

const at = (index: number): string => `/credentialSubject/verifiableCredential/${index}`
const innerOf = (document: JsonObject): JsonObject[] =>
  (document['credentialSubject'] as JsonObject)['verifiableCredential'] as JsonObject[]
const changed = (document: JsonObject, change: (copy: JsonObject) => void): JsonObject => {
  const copy = structuredClone(document)
  change(copy)
  return copy
}
const badge = (number: number, members: JsonObject = {}): Promise<JsonObject> =>
  signed(course(university.id, number, members), university)

describe('a badge', () => {
  it('cannot say anything else than was signed', async () => {
    const honest = await badge(1)
    expect(await verdictOn(honest)).toEqual(['verified'])
    const forged = changed(honest, (copy) => void (copy['name'] = 'Doctor of Medicine'))
    expect(await verdictOn(forged)).toEqual(['rejected', 'proof failed: signature-invalid /proof'])
  })

  it('cannot lose what was signed', async () => {
    const forged = changed(await badge(1, { validUntil: '2026-05-18T00:00:00Z' }), (copy) => delete copy['validUntil'])
    expect(await verdictOn(forged)).toEqual(['rejected', 'proof failed: signature-invalid /proof'])
  })

  it('cannot lose its proof', async () => {
    const forged = changed(await badge(1), (copy) => delete copy['proof'])
    expect(await verdictOn(forged)).toEqual(['rejected', 'proof failed: proof-missing ', 'issuer undetermined'])
  })

  it('cannot carry the proof of another document', async () => {
    const proof = (await badge(2))['proof'] as JsonObject
    const forged = { ...(await badge(1)), proof }
    expect(await verdictOn(forged)).toEqual(['rejected', 'proof failed: signature-invalid /proof'])
  })

  it('cannot carry a proof that says anything else than was signed', async () => {
    const honest = await badge(1)
    const proof = honest['proof'] as JsonObject
    for (const member of [{ created: '2020-01-01T00:00:00Z' }, { expires: '2040-01-01T00:00:00Z' }, { nonce: 'n' }]) {
      expect(await verdictOn({ ...honest, proof: { ...proof, ...member } })).toEqual([
        'rejected',
        'proof failed: signature-invalid /proof',
      ])
    }
  })

  it('cannot be signed for another purpose than making assertions', async () => {
    const proofPurpose = 'authentication'
    const forged = await withProofBy(university.signer, course(university.id, 1), { proofPurpose })
    expect(await verdictOn(forged)).toEqual([
      'rejected',
      'rules failed: rule-broken /proof',
      'proof failed: proof-purpose /proof/proofPurpose',
    ])
  })

  it('cannot live longer than its proof', async () => {
    const honest = await badge(1)
    const proof = { ...(honest['proof'] as JsonObject), expires: '2026-05-31T00:00:00Z' }
    expect((await verdictOn({ ...honest, proof }))[1]).toBe('proof failed: proof-expired /proof/expires')
  })
})

describe('a badge inside a record', () => {
  it('cannot be exchanged for another good one', async () => {
    const honest = await signed(record(university.id, [course(university.id, 1)]), university)
    const other = await badge(2)
    const forged = changed(honest, (copy) => void (innerOf(copy)[0] = other))
    expect(await verdictOn(forged)).toEqual(['rejected', 'proof failed: signature-invalid /proof'])
  })

  it('cannot be changed, although the record was signed around it afterwards', async () => {
    const tampered = changed(await badge(1), (copy) => void (copy['name'] = 'Doctor of Medicine'))
    const carrier = await signed(record(university.id, [await badge(2), tampered]), university)
    const report = await verify(carrier, { offline: true, now })
    expect(report.checks.find(({ id }) => id === 'proof')?.outcome).toBe('passed')
    expect(await verdictOn(carrier)).toEqual(['rejected', `proof failed: signature-invalid ${at(1)}/proof`])
  })

  it('cannot lose a property that another part of the record also states of the same node', async () => {
    const theirs = (number: number): JsonObject =>
      course(university.id, number, {
        issuer: { id: university.id, type: ['Profile'], name: 'Example University', url: 'https://uni.example/' },
      })
    const honest = await signed(record(university.id, [theirs(1), theirs(2)]), university)
    expect(await verdictOn(honest)).toEqual(['verified'])
    const forged = changed(honest, (copy) => delete ((innerOf(copy)[1] as JsonObject)['issuer'] as JsonObject)['url'])
    const report = await verify(forged, { offline: true, now })
    // The graph that the outer proof covers still holds the property.
    expect(report.checks.find(({ id }) => id === 'proof')?.outcome).toBe('passed')
    expect(await verdictOn(forged)).toEqual(['rejected', `proof failed: signature-invalid ${at(1)}/proof`])
  })

  it('cannot be nobody’s, although the record was signed around it', async () => {
    const nameless = course(university.id, 1)
    const carrier = await withProofBy(university.signer, record(university.id, [nameless]))
    expect(await verdictOn(carrier)).toEqual([
      'rejected',
      `proof failed: proof-missing ${at(0)}`,
      'issuer undetermined',
    ])
  })

  it('cannot outlive itself in a record that has no end', async () => {
    const carrier = await signed(
      record(university.id, [course(university.id, 1, { validUntil: '2026-05-18T00:00:00Z' })]),
      university,
    )
    expect(await verdictOn(carrier)).toEqual(['rejected', `validity failed: expired ${at(0)}/validUntil`])
  })

  it('cannot hide in what is signed as something else', async () => {
    const tampered = changed(await badge(1), (copy) => void (copy['name'] = 'Doctor of Medicine'))
    const carrier = await signed(course(university.id, 2, { evidence: [tampered] }), university)
    const verdict = await verdictOn(carrier, { schema: 'warn' })
    expect(verdict[0]).toBe('rejected')
    expect(verdict).toContain('proof failed: signature-invalid /evidence/0/proof')
  })

  it('cannot be somebody else’s, in the name of the record’s issuer', async () => {
    const theirs = await signed(course(college.id, 1), college)
    const ours = changed(theirs, (copy) => void ((copy['issuer'] as JsonObject)['id'] = university.id))
    const carrier = await signed(record(university.id, [ours]), university)
    expect(await verdictOn(carrier)).toEqual([
      'rejected',
      `proof undetermined: key-not-issuers ${at(0)}/proof/verificationMethod`,
      `issuer failed: key-not-issuers ${at(0)}/proof/verificationMethod`,
    ])
  })
})

describe('an endorsement', () => {
  const endorsement = (members: JsonObject = {}): JsonObject => ({
    '@context': ['https://www.w3.org/ns/credentials/v2', 'https://purl.imsglobal.org/spec/ob/v3p0/context-3.0.3.json'],
    id: 'urn:uuid:8f4a8f52-6fb1-4ed4-a2d9-0000000000ee',
    type: ['VerifiableCredential', 'EndorsementCredential'],
    name: 'Accredited',
    issuer: { id: college.id, type: ['Profile'], name: 'Example Accreditor' },
    validFrom: '2026-05-17T00:00:00Z',
    credentialSubject: { id: university.id, type: ['EndorsementSubject'], endorsementComment: 'Meets the standard.' },
    ...members,
  })

  it('rejects what it endorses when somebody changed it', async () => {
    const tampered = { ...(await signed(endorsement(), college)), name: 'Excellent' }
    const carrier = await signed(course(university.id, 1, { endorsement: [tampered] }), university)
    expect(await verdictOn(carrier)).toEqual(['rejected', 'proof failed: signature-invalid /endorsement/0/proof'])
  })

  it('stops counting when it is by a key that is not the endorser’s', async () => {
    const forged = await withProofBy(university.signer, endorsement())
    const carrier = await signed(course(university.id, 1, { endorsement: [forged] }), university)
    const report = await verify(carrier, { offline: true, now })
    expect(report.credentials[0]?.outcome).toBe('rejected')
    expect(report.credentials[0]?.credential).toBeUndefined()
    expect(report.warnings[0]).toMatchObject({ code: 'endorsement-not-counted', pointer: '/endorsement/0' })
  })
})

describe('text', () => {
  it('cannot give a member twice', async () => {
    const text = JSON.stringify(await badge(1))
    const forged = text.replace('"name":"Course 1"', '"name":"Doctor of Medicine","name":"Course 1"')
    expect(await verdictOn(forged)).toEqual(['rejected', 'parse failed: json-duplicate-key /name'])
    const inner = text.replace('"creditsEarned":3.5', '"creditsEarned":350,"creditsEarned":3.5')
    expect(await verdictOn(inner)).toEqual([
      'rejected',
      'parse failed: json-duplicate-key /credentialSubject/creditsEarned',
    ])
    const escaped = text.replace('"name":"Course 1"', String.raw`"n\u0061me":"Doctor of Medicine","name":"Course 1"`)
    expect(await verdictOn(escaped)).toEqual(['rejected', 'parse failed: json-duplicate-key /name'])
  })

  it('cannot name what every object has', async () => {
    const text = JSON.stringify(await badge(1)).replace('{', '{"__proto__":{"validUntil":"2040-01-01T00:00:00Z"},')
    expect(await verdictOn(text)).toEqual(['rejected', 'parse failed: json-forbidden-key '])
  })

  it('comes through as it was signed: look-alikes, forms of normalisation, directions of writing', async () => {
    const names = [
      'Ame\u0301lie',
      'Am\u00e9lie',
      '\u0410melie',
      '\u202eeilemA',
      'Ame\u200blie',
      '\u{1d49c}melie',
      '\uff21melie',
    ]
    for (const name of names) {
      const honest = await badge(1, { name })
      const report = await verify(JSON.stringify(honest), { offline: true, now })
      expect(report.outcome).toBe('verified')
      expect(report.credential).toMatchObject({ name })
      expect(report.credential).toEqual({ ...honest, proof: undefined })
      for (const other of names.filter((each) => each !== name)) {
        expect(await verdictOn({ ...honest, name: other })).toEqual([
          'rejected',
          'proof failed: signature-invalid /proof',
        ])
      }
    }
  })

  it('is never half a character', async () => {
    const text = JSON.stringify(await badge(1)).replace('Course 1', String.raw`Course 1\ud800`)
    expect((await verdictOn(text))[0]).toBe('rejected')
  })

  it('is about the learner that was signed', async () => {
    const other = 'urn:uuid:1b1f5c0e-55a5-4f0a-8e9f-0c7f5b9d7c12'
    const text = JSON.stringify(await badge(1)).replaceAll(learner, other)
    expect(await verdictOn(text)).toEqual(['rejected', 'proof failed: signature-invalid /proof'])
  })
})
