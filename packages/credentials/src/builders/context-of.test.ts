import { describe, expect, it } from 'vitest'
import { achievementCredential, clrCredential, endorsementCredential } from './index.js'

const vcdm2 = 'https://www.w3.org/ns/credentials/v2'
const clr = 'https://purl.imsglobal.org/spec/clr/v2p0/context-2.0.1.json'
const ob = 'https://purl.imsglobal.org/spec/ob/v3p0/context-3.0.3.json'
const extensions = 'https://purl.imsglobal.org/spec/ob/v3p0/extensions.json'
const own = 'https://university.example/context'

const issuer = 'https://university.example'
const validFrom = '2026-05-31T09:00:00Z'
const id = 'did:example:learner'
const achievement = { name: 'Algebra', description: 'Groups.', criteria: { narrative: 'Pass.' } }
const badge = { issuer, validFrom, credentialSubject: { id, achievement } }
const at = (path: string): string => `https://university.example/${path}`
const listEntry = {
  id: at('s#1'),
  statusPurpose: 'revocation',
  statusListIndex: '1',
  statusListCredential: at('s'),
}
const contextWith = (members: object): unknown => achievementCredential({ ...badge, ...members })['@context']

describe('@context', () => {
  it('names the vocabularies of the class in order', () => {
    expect(contextWith({})).toEqual([vcdm2, ob])
    const credentialSubject = { id, verifiableCredential: [achievementCredential(badge)] }
    expect(clrCredential({ ...badge, name: 'Transcript', credentialSubject })['@context']).toEqual([vcdm2, clr, ob])
    const endorsement = endorsementCredential({ ...badge, name: 'Endorsement', credentialSubject: { id } })
    expect(endorsement['@context']).toEqual([vcdm2, ob])
  })

  it.each<[string, object, readonly string[]]>([
    [
      'a revocation list of 1EdTech',
      { credentialStatus: { id: at('s'), type: '1EdTechRevocationList' } },
      [extensions],
    ],
    [
      'a refresh service of 1EdTech',
      { refreshService: { id: at('r'), type: '1EdTechCredentialRefresh' } },
      [extensions],
    ],
    [
      'a schema of 1EdTech',
      { credentialSchema: [{ id: at('c'), type: '1EdTechJsonSchemaValidator2019' }] },
      [extensions],
    ],
    ['only one schema', { credentialSchema: { id: at('c'), type: '1EdTechJsonSchemaValidator2019' } }, [extensions]],
    ['what VCDM 2.0 has built in', { credentialStatus: { ...listEntry, type: 'BitstringStatusListEntry' } }, []],
    ['a schema that VCDM 2.0 has built in', { credentialSchema: [{ id: at('c'), type: 'JsonSchema' }] }, []],
    [
      'the status list of 2021',
      { credentialStatus: { ...listEntry, type: 'StatusList2021Entry' } },
      ['https://w3id.org/vc/status-list/2021/v1'],
    ],
  ])('names what defines %s', (_name, members, added) => {
    expect(contextWith(members)).toEqual([vcdm2, ob, ...added])
  })

  it('leaves objects with contexts of their own to these', () => {
    const credentialStatus = { id: at('s'), type: '1EdTechRevocationList' }
    const endorsement = endorsementCredential({
      ...badge,
      name: 'Endorsement',
      credentialSubject: { id },
      credentialStatus,
    })
    expect(endorsement['@context']).toEqual([vcdm2, ob, extensions])
    expect(contextWith({ endorsement: [endorsement] })).toEqual([vcdm2, ob])
  })

  it('ends with what the caller adds, each once', () => {
    const inline = { honors: at('honors') }
    const credentialStatus = { id: at('s'), type: '1EdTechRevocationList' }
    expect(contextWith({ '@context': [own, ob, own, extensions, inline], credentialStatus })).toEqual([
      vcdm2,
      ob,
      extensions,
      own,
      inline,
    ])
    expect(contextWith({ '@context': own })).toEqual([vcdm2, ob, own])
    expect(contextWith({ '@context': null })).toEqual([vcdm2, ob])
  })

  it('leaves out other releases of its vocabularies: side by side they contradict each other', () => {
    const others = [
      'https://www.w3.org/2018/credentials/v1',
      'https://purl.imsglobal.org/spec/ob/v3p0/context.json',
      'https://purl.imsglobal.org/spec/ob/v3p0/context-3.0.2.json',
    ]
    expect(contextWith({ '@context': [...others, clr] })).toEqual([vcdm2, ob, clr])
    expect(achievementCredential({ ...badge, ...achievementCredential(badge) })['@context']).toEqual([vcdm2, ob])
  })

  it('refuses what is no context', () => {
    expect(() => contextWith({ '@context': [7] })).toThrow(
      expect.objectContaining({ findings: [expect.objectContaining({ pointer: '/@context/2' })] }),
    )
  })
})
