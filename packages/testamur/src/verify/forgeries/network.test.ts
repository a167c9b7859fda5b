import { createServer, type Server } from 'node:http'
import { type AddressInfo, connect as connectTo } from 'node:net'
import type { JsonObject } from '@testamur/documents'
import { type ConnectionTarget, type NodeFetchOptions, nodeFetch } from '@testamur/documents/fetch/node'
import { afterEach, beforeAll, describe, expect, it } from 'vitest'
import { controlledDocument, method, named, withProofBy } from '../../../test/issuers.js'
import { course, type TestIssuer, testIssuer } from '../../../test/record.js'
import { verdictOn } from '../../../test/verdict.js'
import { web } from '../../../test/web.js'

// A credential names URLs, and who verifies it goes there: an attacker would like it to be a place that only the
// verifier can reach.

const did = 'did:web:uni.example'
const didUrl = 'https://uni.example/.well-known/did.json'
const publicAddress = { address: '93.184.216.34', family: 4 }
const metadata = 'https://169.254.169.254/latest/meta-data/'

let university: TestIssuer
let badge: JsonObject
let document: JsonObject

beforeAll(async () => {
  university = await testIssuer()
  document = controlledDocument(did, [method(`${did}#key-1`, did, university)])
  badge = await withProofBy(named(university, `${did}#key-1`), course(did, 1))
})

const unobtainable = [
  'undetermined',
  'proof undetermined: key-unobtainable /proof/verificationMethod',
  'issuer undetermined: key-unobtainable /proof/verificationMethod',
]

describe('a redirect', () => {
  it('to an address of the own network is not followed, however it is written', async () => {
    for (const redirectTo of [
      metadata,
      'https://[fe80::a9fe:a9fe]/latest/meta-data/',
      'https://[::ffff:169.254.169.254]/',
      'https://2852039166/',
      'https://0xa9fea9fe/',
      'https://0251.0376.0251.0376/',
      'https://localhost/',
      'https://metadata.google.internal/',
      'http://uni.example/did.json',
      'file:///etc/passwd',
    ]) {
      const servers = web({ [didUrl]: { redirectTo }, [redirectTo]: document })
      expect(await verdictOn(badge, { fetch: servers.fetch }), redirectTo).toEqual(unobtainable)
      expect(servers.asked).toEqual([didUrl])
    }
  })

  it('in a circle ends', async () => {
    const servers = web({ [didUrl]: { redirectTo: didUrl } })
    expect(await verdictOn(badge, { fetch: servers.fetch })).toEqual(unobtainable)
    expect(servers.asked.length).toBeLessThan(10)
  })
})

describe('an address in a credential', () => {
  it('of the own network is not asked for', async () => {
    for (const issuer of [metadata, 'https://127.0.0.1/profile', 'https://[::1]/profile', 'https://intranet/profile']) {
      const servers = web({ [issuer]: controlledDocument(issuer, [method(`${issuer}#key-1`, issuer, university)]) })
      const forged = await withProofBy(named(university, `${issuer}#key-1`), course(issuer, 1))
      expect(await verdictOn(forged, { fetch: servers.fetch }), issuer).toEqual(unobtainable)
      expect(servers.asked).toEqual([])
    }
  })
})

describe('a name', () => {
  const servers: Server[] = []
  afterEach(() => {
    for (const server of servers.splice(0)) server.close()
  })

  /** A server on loopback that has the document, and what connects there; it counts who came. */
  async function issuerOnLoopback(): Promise<{
    connect: NonNullable<NodeFetchOptions['connect']>
    targets: ConnectionTarget[]
  }> {
    const server = createServer((_request, response) => response.end(JSON.stringify(document)))
    servers.push(server)
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
    const { port } = server.address() as AddressInfo
    const targets: ConnectionTarget[] = []
    return {
      targets,
      connect: (target) => {
        targets.push(target)
        return connectTo({ host: '127.0.0.1', port })
      },
    }
  }

  it('that leads to the public internet is connected to', async () => {
    const { connect, targets } = await issuerOnLoopback()
    const fetch = nodeFetch({ lookup: async () => [publicAddress], connect })
    expect(await verdictOn(badge, { fetch })).toEqual(['verified'])
    expect(targets.map(({ hostname, addresses }) => [hostname, addresses])).toEqual([['uni.example', [publicAddress]]])
  })

  it('that leads to a private or loopback address is not, not even beside public ones', async () => {
    const { connect, targets } = await issuerOnLoopback()
    for (const address of [
      '127.0.0.1',
      '10.0.0.1',
      '172.16.0.1',
      '192.168.1.1',
      '169.254.169.254',
      '100.100.100.200',
      '0.0.0.0',
      '::1',
      'fd00:ec2::254',
      '::ffff:127.0.0.1',
      '64:ff9b::7f00:1',
    ]) {
      const family = address.includes(':') ? 6 : 4
      const fetch = nodeFetch({ lookup: async () => [publicAddress, { address, family }], connect })
      expect(await verdictOn(badge, { fetch }), address).toEqual(unobtainable)
    }
    expect(targets).toEqual([])
  })

  it('that leads elsewhere a moment later gains nothing: what was checked is connected to', async () => {
    const { connect, targets } = await issuerOnLoopback()
    let lookups = 0
    const lookup = async (): Promise<{ address: string; family: number }[]> => {
      lookups += 1
      return lookups === 1 ? [publicAddress] : [{ address: '127.0.0.1', family: 4 }]
    }
    const fetch = nodeFetch({ lookup, connect })
    expect(await verdictOn(badge, { fetch })).toEqual(['verified'])
    expect(lookups).toBe(1)
    expect(targets.flatMap(({ addresses }) => addresses)).toEqual([publicAddress])
    // The next request asks anew, and is refused.
    expect(await verdictOn(badge, { fetch })).toEqual(unobtainable)
    expect(targets).toHaveLength(1)
  })
})
