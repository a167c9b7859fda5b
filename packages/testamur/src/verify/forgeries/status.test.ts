import { constants, crc32, deflateRawSync, gzipSync } from 'node:zlib'
import type { JsonObject } from '@testamur/documents'
import { beforeAll, describe, expect, it } from 'vitest'
import { controlledDocument, method, named, withProofBy } from '../../../test/issuers.js'
import { course, record, signed, type TestIssuer, testIssuer } from '../../../test/record.js'
import { encodedBits, listSubject, statusEntry, statusList, statusUrl } from '../../../test/status-lists.js'
import { verdictOn, warningsOn } from '../../../test/verdict.js'
import { web } from '../../../test/web.js'
import type { VerifyOptions } from '../options.js'

let university: TestIssuer
let stranger: TestIssuer

beforeAll(async () => {
  university = await testIssuer()
  stranger = await testIssuer()
})

const extensions = 'https://purl.imsglobal.org/spec/ob/v3p0/extensions.json'

/** A badge with the given status, by the university. */
const badgeWith = (credentialStatus: JsonObject | JsonObject[], members: JsonObject = {}): Promise<JsonObject> => {
  const badge = course(university.id, 1, { credentialStatus, ...members })
  return signed({ ...badge, '@context': [...(badge['@context'] as string[]), extensions] }, university)
}
const list = (set: readonly number[], members: JsonObject = {}, by: TestIssuer = university): Promise<JsonObject> =>
  signed(statusList(by.id, set, members), by)
/** More than one entry is beyond 1EdTech's schema, and read all the same. */
const verdict = async (
  status: JsonObject | JsonObject[],
  documents: Record<string, object>,
  options: VerifyOptions = {},
): Promise<string[]> => verdictOn(await badgeWith(status), { documents, schema: 'warn', ...options })

const undetermined = (code: string, pointer = '/credentialStatus'): string[] => [
  'undetermined',
  `status undetermined: ${code} ${pointer}`,
  'status-issuer undetermined',
]

describe('a credential', () => {
  it('is good while its bit is not set', async () => {
    expect(await verdict(statusEntry(7), { [statusUrl]: await list([6, 8]) })).toEqual(['verified'])
  })

  it('that is revoked is refused', async () => {
    expect(await verdict(statusEntry(7), { [statusUrl]: await list([7]) })).toEqual([
      'rejected',
      'status failed: revoked /credentialStatus',
    ])
  })

  it('that is suspended is refused', async () => {
    const subject = listSubject(encodedBits([7]), { statusPurpose: 'suspension' })
    const suspended = await list([], { credentialSubject: subject })
    expect(await verdict(statusEntry(7, { statusPurpose: 'suspension' }), { [statusUrl]: suspended })).toEqual([
      'rejected',
      'status failed: suspended /credentialStatus',
    ])
  })

  it('that is revoked by its second entry is refused', async () => {
    const other = 'https://uni.example/status/2'
    const entries = [statusEntry(7), statusEntry(8, { statusListCredential: other })]
    const documents = { [statusUrl]: await list([8]), [other]: await list([8], { id: other }) }
    expect(await verdict(entries, documents)).toEqual(['rejected', 'status failed: revoked /credentialStatus/1'])
  })

  it('that is revoked is refused, although another entry cannot be read', async () => {
    const entries = [{ id: 'https://uni.example/s', type: '1EdTechRevocationList' }, statusEntry(8)]
    expect(await verdict(entries, { [statusUrl]: await list([8]) })).toEqual([
      'rejected',
      'status failed: revoked /credentialStatus/1',
    ])
  })

  it('cannot name its place in the list so that readers differ', async () => {
    const documents = { [statusUrl]: await list([7]) }
    for (const index of ['7.0', ' 7', '-1', '7e0', '0x7', '\uff17', '']) {
      const found = await verdict(statusEntry(7, { statusListIndex: index }), documents)
      expect(found[0], index).not.toBe('verified')
      expect(found).toContain('status undetermined: status-entry-malformed /credentialStatus/statusListIndex')
    }
    for (const index of ['07', 7]) {
      expect(await verdict(statusEntry(7, { statusListIndex: index }), documents)).toEqual([
        'rejected',
        'status failed: revoked /credentialStatus',
      ])
    }
  })

  it('that is revoked inside a record is refused with it', async () => {
    const carrier = await signed(record(university.id, [await badgeWith(statusEntry(7))]), university)
    const place = '/credentialSubject/verifiableCredential/0'
    expect(await verdictOn(carrier, { documents: { [statusUrl]: await list([7]) } })).toEqual([
      'rejected',
      `status failed: revoked ${place}/credentialStatus`,
    ])
  })

  it('cannot change its entry', async () => {
    const badge = await badgeWith(statusEntry(7))
    const documents = { [statusUrl]: await list([7]) }
    const forged = { ...badge, credentialStatus: statusEntry(8) }
    expect(await verdictOn(forged, { documents })).toEqual(['rejected', 'proof failed: signature-invalid /proof'])
    const { credentialStatus: _, ...without } = badge
    expect(await verdictOn(without, { documents })).toEqual(['rejected', 'proof failed: signature-invalid /proof'])
  })

  it('with a status of an unknown type is not called good', async () => {
    const badge = course(university.id, 1, {
      credentialStatus: { id: 'https://uni.example/s', type: 'UniversityStatus' },
    })
    const terms = { UniversityStatus: 'https://uni.example/terms#UniversityStatus' }
    const unknown = await signed({ ...badge, '@context': [...(badge['@context'] as string[]), terms] }, university)
    expect(await verdictOn(unknown)).toEqual(undetermined('status-type-unknown', '/credentialStatus/type'))
  })

  it('whose status cannot be obtained is not called good, nor forged', async () => {
    expect(await verdict(statusEntry(7), {})).toEqual(undetermined('status-unobtainable'))
    const { fetch } = web({})
    expect(await verdictOn(await badgeWith(statusEntry(7)), { fetch })).toEqual(undetermined('status-unobtainable'))
  })

  it('does not have its status asked for by plain http', async () => {
    const plain = 'http://uni.example/status/1'
    const { fetch, asked } = web({ [plain]: await list([]) })
    const badge = await badgeWith(statusEntry(7, { statusListCredential: plain }))
    expect(await verdictOn(badge, { fetch })).toEqual(undetermined('status-unobtainable'))
    expect(asked).toEqual([])
  })
})

describe('a status list', () => {
  it('of another issuer does not count, unless the caller trusts it', async () => {
    const theirs = { [statusUrl]: await list([], {}, stranger) }
    const refused = ['undetermined', 'status-issuer undetermined: status-issuer-differs /credentialStatus']
    expect(await verdict(statusEntry(7), theirs)).toEqual(refused)
    expect(await verdict(statusEntry(7), theirs, { trustedStatusIssuers: [stranger.id] })).toEqual(['verified'])
  })

  it('by a key that is not its issuer’s does not count', async () => {
    const forged = await withProofBy(stranger.signer, statusList(university.id, []))
    expect(await verdict(statusEntry(7), { [statusUrl]: forged })).toEqual(undetermined('status-list-unverified'))
  })

  it('that somebody changed does not count', async () => {
    const honest = await list([7])
    const forged = { ...honest, credentialSubject: listSubject(encodedBits([])) }
    expect(await verdict(statusEntry(7), { [statusUrl]: forged })).toEqual(undetermined('status-list-unverified'))
  })

  it('without a signature does not count', async () => {
    const unsigned = statusList(university.id, [])
    expect(await verdict(statusEntry(7), { [statusUrl]: unsigned })).toEqual(undetermined('status-list-unverified'))
  })

  it('by a self-asserted key counts for less than the credential', async () => {
    const issuer = 'https://uni.example/issuers/1'
    const key = `${issuer}#key-1`
    const documents = { [issuer]: controlledDocument(issuer, [method(key, issuer, university)]) }
    const badge = course(issuer, 1, { credentialStatus: statusEntry(7) })
    const honest = await withProofBy(named(university, key), badge)
    const selfAsserted = await withProofBy(stranger.signer, statusList(issuer, []))
    expect(await verdictOn(honest, { documents: { ...documents, [statusUrl]: selfAsserted } })).toEqual(
      undetermined('status-list-unverified'),
    )
  })

  it('of another purpose does not count, whatever its bits say', async () => {
    for (const bits of [[], [7]]) {
      const subject = listSubject(encodedBits(bits), { statusPurpose: 'suspension' })
      const wrong = { [statusUrl]: await list([], { credentialSubject: subject }) }
      expect(await verdict(statusEntry(7), wrong)).toEqual([
        'undetermined',
        'status undetermined: status-list-purpose /credentialStatus',
      ])
    }
  })

  it('that has expired, or is not valid yet, does not count', async () => {
    for (const dates of [{ validUntil: '2026-05-31T00:00:00Z' }, { validFrom: '2026-07-01T00:00:00Z' }]) {
      const old = { [statusUrl]: await list([], dates) }
      expect(await verdict(statusEntry(7), old)).toEqual(undetermined('status-list-expired'))
    }
  })

  it('that names itself otherwise is told, for it may be an old one of another address', async () => {
    const replayed = { [statusUrl]: await list([], { id: 'https://uni.example/status/2025' }) }
    const badge = await badgeWith(statusEntry(7))
    expect(await warningsOn(badge, { documents: replayed })).toEqual(['verified', 'status-list-id /credentialStatus'])
  })

  it('that is shorter than privacy asks for is told, and one that ends before the entry does not count', async () => {
    const short = { [statusUrl]: await list([], { credentialSubject: listSubject(encodedBits([], 1024)) }) }
    expect(await warningsOn(await badgeWith(statusEntry(7)), { documents: short })).toEqual([
      'verified',
      'status-list-short /credentialStatus',
    ])
    expect(await verdict(statusEntry(200_000), { [statusUrl]: await list([]) })).toEqual([
      'undetermined',
      'status undetermined: status-index-range /credentialStatus',
    ])
  })

  it('cannot show another list beside the one that revokes', async () => {
    const subjects = [listSubject(encodedBits([])), listSubject(encodedBits([7]))]
    const two = { [statusUrl]: await list([], { credentialSubject: subjects }) }
    expect(await verdict(statusEntry(7), two)).toEqual(undetermined('status-list-malformed'))
    const both = listSubject(encodedBits([7]), { statusPurpose: ['suspension', 'revocation'] })
    expect(await verdict(statusEntry(7), { [statusUrl]: await list([], { credentialSubject: both }) })).toEqual([
      'rejected',
      'status failed: revoked /credentialStatus',
    ])
  })

  it('cannot be another kind of credential, nor a page', async () => {
    const badge = await signed(course(university.id, 2), university)
    expect(await verdict(statusEntry(7), { [statusUrl]: badge })).toEqual(undetermined('status-list-malformed'))
    const { fetch } = web({ [statusUrl]: '<!doctype html><title>Sign in</title>' })
    expect(await verdictOn(await badgeWith(statusEntry(7)), { fetch })).toEqual(undetermined('status-list-unverified'))
  })

  it('cannot be nested without end, nor read other bits the second time', async () => {
    const deep = JSON.parse(`${'['.repeat(10_000)}${']'.repeat(10_000)}`)
    expect(await verdict(statusEntry(7), { [statusUrl]: { ...(await list([])), extension: deep } })).toEqual(
      undetermined('status-list-unverified'),
    )
    const [revoking, other] = [await list([7]), await list([])]
    let read = 0
    const changing = {
      ...revoking,
      get credentialSubject() {
        read += 1
        return (read > 1 ? other : revoking)['credentialSubject']
      },
    }
    expect((await verdict(statusEntry(7), { [statusUrl]: changing }))[1]).toBe(
      'status failed: revoked /credentialStatus',
    )
    expect(read).toBe(1)
  })

  it('is asked for once, and has no status of its own', async () => {
    const endless = await list([], { credentialStatus: statusEntry(1) })
    const servers = web({ [statusUrl]: endless })
    expect(await verdictOn(await badgeWith(statusEntry(7)), { fetch: servers.fetch })).toEqual(['verified'])
    expect(servers.asked).toEqual([statusUrl])
  })
})

describe('a revocation list of 1EdTech', () => {
  const url = 'https://uni.example/revocations'
  const entry = { id: url, type: '1EdTechRevocationList' }
  const { id } = course('', 1)
  const listing = (revokedCredential: JsonObject[], issuer = university.id): Record<string, object> => ({
    [url]: { id: url, issuer, revokedCredential },
  })

  it('revokes what it names', async () => {
    expect(await verdict(entry, listing([]))).toEqual(['verified'])
    expect(await verdict(entry, listing([{ id: id ?? '' }]))).toEqual([
      'rejected',
      'status failed: revoked /credentialStatus',
    ])
    const otherSpelling = { [url]: { id: url, issuer: university.id, revokedCredentials: [{ id: id ?? '' }] } }
    expect((await verdict(entry, otherSpelling))[1]).toBe('status failed: revoked /credentialStatus')
  })

  it('of another issuer does not count', async () => {
    expect(await verdict(entry, listing([], stranger.id))).toEqual([
      'undetermined',
      'status-issuer undetermined: status-issuer-differs /credentialStatus',
    ])
  })

  it('cannot be any JSON', async () => {
    expect((await verdict(entry, { [url]: { error: 'not found' } })).slice(0, 2)).toEqual([
      'undetermined',
      'status undetermined: status-list-malformed /credentialStatus',
    ])
  })
})

describe('a bomb', () => {
  it('of 1 GB in 1 MB is not unpacked', async () => {
    const bomb = gigabyteOfZeros()
    expect(bomb.length).toBeLessThan(1.2e6)
    const encodedList = `u${bomb.toString('base64url')}`
    const bombed = { [statusUrl]: await list([], { credentialSubject: listSubject(encodedList) }) }
    const before = process.resourceUsage().maxRSS
    expect(await verdict(statusEntry(7), bombed)).toEqual(undetermined('status-list-too-large'))
    expect((process.resourceUsage().maxRSS - before) / 1024).toBeLessThan(512)
  })

  it('smaller than the limit is unpacked, and the limit is the caller’s', async () => {
    const encodedList = `u${gzipSync(new Uint8Array(1024 * 1024)).toString('base64url')}`
    const large = { [statusUrl]: await list([], { credentialSubject: listSubject(encodedList) }) }
    expect(await verdict(statusEntry(7), large)).toEqual(['verified'])
    const limits = { maxStatusListBytes: 512 * 1024 }
    expect((await verdict(statusEntry(7), large, { limits }))[1]).toBe(
      'status undetermined: status-list-too-large /credentialStatus',
    )
  })
})

/** A correct gzip stream, made of the same compressed block again and again. */
function gigabyteOfZeros(): Buffer {
  const zeros = Buffer.alloc(1024 * 1024)
  // Without the empty block at its end, the stream goes on.
  const block = deflateRawSync(zeros, { finishFlush: constants.Z_FULL_FLUSH })
  const header = Buffer.from([0x1f, 0x8b, 8, 0, 0, 0, 0, 0, 0, 3])
  const trailer = Buffer.alloc(10)
  trailer.writeUInt16LE(0x0003, 0)
  let checksum = 0
  for (let count = 0; count < 1024; count++) checksum = crc32(zeros, checksum)
  trailer.writeUInt32LE(checksum, 2)
  trailer.writeUInt32LE(2 ** 30, 6)
  return Buffer.concat([header, ...Array.from({ length: 1024 }, () => block), trailer])
}
