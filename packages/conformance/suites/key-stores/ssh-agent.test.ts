import { mkdtemp, rm } from 'node:fs/promises'
import { createServer, type Server, type Socket } from 'node:net'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { inspect } from 'node:util'
import {
  type SshAgentKeyStore,
  type SshAgentOptions,
  sshAgentKeyStore,
  sshIdentities,
} from '@testamur/proofs/key-stores/ssh-agent'
import { encodeMultikey, type SignatureAlgorithm, verifySignature } from '@testamur/proofs/keys'
import { keyStoreContract } from '@testamur/proofs/testing'
import { issue, verify } from 'testamur'
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { runExample } from '../../../../examples/run-example.js'
import { describeUnlessMissing } from '../../reference.js'
import { badge, now, record } from '../interop-records.js'
import { missingForSshAgent, type SshAgent, startSshAgent } from './open-ssh-agent.js'

const verificationMethod = 'did:web:registrar.example#key-1'
const created = '2026-01-01T00:00:00Z'
/** An algorithm, the longest message in bytes, and what makes a key for it. */
const kinds: [SignatureAlgorithm, number, string[]][] = [
  ['EdDSA', 262_080, ['ed25519']],
  ['ES256', 262_027, ['ecdsa', '-b', '256']],
  ['ES384', 261_995, ['ecdsa', '-b', '384']],
  ['RS256', 261_084, ['rsa', '-b', '2048']],
]

async function signs(store: SshAgentKeyStore, ...messages: Uint8Array[]): Promise<void> {
  const publicKey = await store.exportPublic(verificationMethod)
  const signer = await store.getSigner(verificationMethod)
  const data = messages.length > 0 ? messages : [Uint8Array.of(1, 2, 3)]
  const signatures = await Promise.all(data.map((message) => signer.sign(message)))
  for (const [index, message] of data.entries()) {
    const signature = signatures[index] ?? new Uint8Array()
    expect(await verifySignature(message, { signature, publicKey })).toBe(true)
  }
}

describeUnlessMissing(missingForSshAgent(), 'An SSH agent, of OpenSSH', () => {
  const agents: SshAgent[] = []
  const newAgent = async (): Promise<SshAgent> => {
    const agent = await startSshAgent()
    agents.push(agent)
    return agent
  }
  afterAll(async () => {
    for (const agent of agents) await agent.remove()
  })

  describe.each(kinds)('with a key for %s', (algorithm, maxMessageBytes, type) => {
    let agent: SshAgent
    let store: SshAgentKeyStore
    beforeAll(async () => {
      agent = await newAgent()
      await agent.addKey('another', ...type)
      const fingerprint = await agent.addKey('registrar', ...type)
      store = sshAgentKeyStore({ socketPath: agent.socketPath, keys: [{ verificationMethod, fingerprint, created }] })
    })

    it('passes the key store contract', async () => {
      const existing = await store.exportPublic(verificationMethod)
      expect(existing.algorithm).toBe(algorithm)
      const keys = await store.pinnedKeys()
      const create = () => sshAgentKeyStore({ socketPath: agent.socketPath, keys })
      for (const { name, run } of keyStoreContract(create, { existing, lacks: ['generate', 'rotate', 'revoke'] })) {
        await expect(run(), name).resolves.toBeUndefined()
      }
    })

    it('signs records that verify', async () => {
      const { publicKeyMultibase } = await store.exportPublic(verificationMethod)
      const controller = `did:key:${publicKeyMultibase}`
      const name = `${controller}#${publicKeyMultibase}`
      // A did:key says itself which key it is.
      const ours = sshAgentKeyStore({ socketPath: agent.socketPath, keys: [{ verificationMethod: name }] })
      const signer = await ours.getSigner(name)
      // Embedded proofs are not made by RSA keys, so theirs is a single badge, as token.
      const issued =
        algorithm === 'RS256'
          ? await issue(badge(controller, 1), { signer, now, format: 'vc-jwt' })
          : await issue(record(controller, [badge(controller, 1), badge(controller, 2)]), { signer, now })
      expect(await verify(issued, { offline: true, now })).toMatchObject({ outcome: 'verified', errors: [] })
    })

    it('signs the longest message it says it takes, and no longer one', async () => {
      const signer = await store.getSigner(verificationMethod)
      expect(signer.maxMessageBytes).toBe(maxMessageBytes)
      await signs(store, new Uint8Array(maxMessageBytes).fill(7))
      await expect(signer.sign(new Uint8Array(maxMessageBytes + 1))).rejects.toMatchObject({
        code: 'ERR_MESSAGE_TOO_LONG',
        // A key for another algorithm is of no use: agents take the whole message.
        message: expect.not.stringContaining('ES256') as string,
      })
    })

    it('signs thirty messages at once', () =>
      signs(store, ...Array.from({ length: 30 }, (_, index) => new Uint8Array(index + 1).fill(index))))
  })

  it('takes no longer messages than OpenSSH itself', async () => {
    const agent = await newAgent()
    const fingerprint = await agent.addKey('registrar', 'ed25519')
    const store = sshAgentKeyStore({
      socketPath: agent.socketPath,
      keys: [{ verificationMethod, fingerprint, created }],
    })
    const { maxMessageBytes = 0 } = await store.getSigner(verificationMethod)
    const [identity] = await sshIdentities({ socketPath: agent.socketPath })
    const [there, past] = await Promise.all(
      [0, 1].map((more) => rawRequest(agent.socketPath, identity?.blob ?? new Uint8Array(), maxMessageBytes + more)),
    )
    expect([there?.[4], past?.length]).toEqual([14, 0])
  })

  it('lists its keys, of whatever kind', async () => {
    const agent = await newAgent()
    const fingerprint = await agent.addKey('registrar', 'ed25519')
    await agent.addKey('big', 'ecdsa', '-b', '521')
    const listed = await sshIdentities({ socketPath: agent.socketPath })
    expect(listed.map(({ comment, publicKey }) => [comment, publicKey?.algorithm])).toEqual([
      ['registrar', 'EdDSA'],
      ['big', undefined],
    ])
    expect(listed[0]?.fingerprint).toBe(fingerprint)
    const store = sshAgentKeyStore({ socketPath: agent.socketPath, keys: [{ verificationMethod, comment: 'big' }] })
    await expect(store.getSigner(verificationMethod)).rejects.toMatchObject({ code: 'ERR_KEY_NOT_FOUND' })
  })

  it('is shown by an example', async () => {
    const agent = await newAgent()
    const fingerprint = await agent.addKey('registrar', 'ed25519')
    vi.stubEnv('SSH_AUTH_SOCK', agent.socketPath)
    vi.stubEnv('SSH_KEY_FINGERPRINT', fingerprint)
    expect(await runExample('key-store-ssh-agent.ts')).toEqual({ code: 0, output: 'verified\n' })
    vi.unstubAllEnvs()
  })

  it('is found by SSH_AUTH_SOCK, read when it is asked', async () => {
    const agent = await newAgent()
    await agent.addKey('registrar', 'ed25519')
    const store = sshAgentKeyStore({ keys: [{ verificationMethod, comment: 'registrar', created }] })
    vi.stubEnv('SSH_AUTH_SOCK', undefined)
    await expect(store.getSigner(verificationMethod)).rejects.toMatchObject({ code: 'ERR_INVALID_OPTION' })
    vi.stubEnv('SSH_AUTH_SOCK', agent.socketPath)
    await signs(store)
    vi.unstubAllEnvs()
  })

  it('says what is wrong when it is locked, lacks the key, has two, or is gone', async () => {
    const agent = await newAgent()
    await agent.addKey('registrar', 'ed25519')
    const keys = [{ verificationMethod, comment: 'registrar', created }]
    const store = sshAgentKeyStore({ socketPath: agent.socketPath, keys, retries: 1, sleep: async () => {} })
    const signer = await store.getSigner(verificationMethod)
    const sign = async () => signer.sign(Uint8Array.of(1))
    await agent.lock('-x', 'canary-lock')
    await expect(sign()).rejects.toMatchObject({ code: 'ERR_KEY_NOT_FOUND' })
    await agent.lock('-X', 'canary-lock')
    await sign()
    await agent.addKey('registrar', 'ed25519')
    await expect(sign()).rejects.toMatchObject({ code: 'ERR_KEY_SERVICE_RESPONSE' })
    await agent.add('-D')
    await expect(sign()).rejects.toMatchObject({ code: 'ERR_KEY_NOT_FOUND' })
    await agent.kill()
    await expect(sign()).rejects.toMatchObject({ code: 'ERR_KEY_SERVICE_UNAVAILABLE' })
    await agent.start()
    await agent.addKey('registrar', 'ed25519')
    const error = await sign().then(
      () => undefined,
      (error: unknown) => error,
    )
    expect(error).toMatchObject({ code: 'ERR_KEY_SERVICE_RESPONSE' }) // another key of the same comment
    expect(inspect([error, store, signer], { depth: 9 })).not.toContain('canary')
  })

  it.each([
    ['ERR_KEY_RETIRED', { retired: created }],
    ['ERR_KEY_REVOKED', { revoked: created }],
  ])('does not sign under another name when that is %s', async (code, outOfUse) => {
    const agent = await newAgent()
    const fingerprint = await agent.addKey('registrar', 'ed25519')
    const file = path.join(path.dirname(agent.socketPath), 'key-1')
    const { socketPath } = agent
    const [identity] = await sshIdentities({ socketPath })
    const named = { comment: 'registrar', verificationMethod: 'did:web:registrar.example#key-0', created, ...outOfUse }
    const { publicKeyMultibase } = identity?.publicKey ?? {}
    for (const how of [{ fingerprint }, { publicKeyMultibase }]) {
      const store = sshAgentKeyStore({ socketPath, keys: [named, { verificationMethod, created, ...how }] })
      await expect(store.getSigner(verificationMethod)).rejects.toMatchObject({ code })
      expect(await store.list()).toHaveLength(2)
    }
    // Of a key that is away, only its next use shows that it is the same.
    await agent.add('-D')
    const store = sshAgentKeyStore({ socketPath, keys: [named, { verificationMethod, publicKeyMultibase }] })
    const signer = await store.getSigner(verificationMethod)
    await agent.add(file)
    await expect(signer.sign(Uint8Array.of(1))).rejects.toMatchObject({ code })
    await agent.addKey('other', 'ed25519')
    const others = [named, { verificationMethod, comment: 'other', created }]
    await signs(sshAgentKeyStore({ socketPath, keys: others }))
  })

  it('is denied where each use is to be confirmed and nobody does', async () => {
    const agent = await newAgent()
    const fingerprint = await agent.addKey('registrar', 'ed25519')
    const pinned = await sshIdentities({ socketPath: agent.socketPath })
    const publicKeyMultibase = pinned[0]?.publicKey?.publicKeyMultibase
    await agent.add('-D')
    await agent.add('-c', path.join(path.dirname(agent.socketPath), 'key-1'))
    const keys = [{ verificationMethod, fingerprint, publicKeyMultibase }]
    const store = sshAgentKeyStore({ socketPath: agent.socketPath, keys })
    const signer = await store.getSigner(verificationMethod)
    await expect(signer.sign(Uint8Array.of(1))).rejects.toMatchObject({ code: 'ERR_KEY_SERVICE_DENIED' })
  })

  it('is not asked to sign what SSH takes for a login or a signed file', async () => {
    const agent = await newAgent()
    await agent.addKey('registrar', 'ed25519')
    const keys = [{ verificationMethod, comment: 'registrar', created }]
    const signer = await sshAgentKeyStore({ socketPath: agent.socketPath, keys }).getSigner(verificationMethod)
    const login = Buffer.concat([Buffer.of(0, 0, 0, 32), Buffer.alloc(32, 9), Buffer.of(50), Buffer.alloc(100)])
    for (const data of [login, Buffer.from('SSHSIG'), Buffer.from(`SSHSIG${'x'.repeat(200)}`)]) {
      await expect(signer.sign(data)).rejects.toMatchObject({ code: 'ERR_KEY_SERVICE_DENIED' })
    }
    await signer.sign(Buffer.alloc(64))
    await signer.sign(Buffer.alloc(96))
  })
})

/** Sends a request to sign so many bytes past the store, and returns what comes until the end. */
async function rawRequest(socketPath: string, blob: Uint8Array, length: number): Promise<Uint8Array> {
  const { createConnection } = await import('node:net')
  const string = (bytes: Uint8Array) => Buffer.concat([sized(bytes.length), bytes])
  const message = Buffer.concat([Buffer.of(13), string(blob), string(new Uint8Array(length)), sized(0)])
  return new Promise((resolve) => {
    const socket = createConnection(socketPath)
    socket.on('data', (piece) => (resolve(piece), socket.destroy()))
    for (const end of ['close', 'error']) socket.on(end, () => resolve(new Uint8Array()))
    socket.write(string(message))
  })
}

function sized(value: number): Buffer {
  const bytes = Buffer.alloc(4)
  bytes.writeUInt32BE(value)
  return bytes
}

describe('A lying SSH agent', () => {
  const servers: Server[] = []
  let folder = ''
  beforeAll(async () => {
    folder = await mkdtemp(path.join(tmpdir(), 'testamur-liar-'))
  })
  afterAll(async () => {
    for (const server of servers) server.close()
    await rm(folder, { recursive: true })
  })
  const string = (bytes: Uint8Array | string) => Buffer.concat([sized(Buffer.from(bytes).length), Buffer.from(bytes)])
  const message = (...pieces: Uint8Array[]) => string(Buffer.concat(pieces))
  const blob = Buffer.concat([string('ssh-ed25519'), string(Buffer.alloc(32, 5))])
  const list = message(Buffer.of(12), sized(1), string(blob), string('liar'))
  const signature = (name: string, bytes: Uint8Array) =>
    message(Buffer.of(14), string(Buffer.concat([string(name), string(bytes)])))

  /** Answers the requests for the list and for a signature. */
  async function liar(answer: (socket: Socket, isList: boolean) => void): Promise<string> {
    const socketPath = path.join(folder, `${servers.length}.sock`)
    const server = createServer((socket) => {
      socket.on('error', () => {})
      socket.on('data', (request) => answer(socket, request[4] === 11))
    })
    servers.push(server)
    await new Promise<void>((resolve) => server.listen(socketPath, resolve))
    return socketPath
  }
  const { publicKeyMultibase } = encodeMultikey('EdDSA', new Uint8Array(32).fill(5)) ?? {}
  const signing = async (socketPath: string, options: SshAgentOptions = {}) => {
    const keys = [{ verificationMethod, comment: 'liar', publicKeyMultibase, created }]
    const quick = { retries: 1, sleep: async () => {}, timeoutMs: 300 }
    const store = sshAgentKeyStore({ socketPath, keys, ...quick, ...options })
    return (await store.getSigner(verificationMethod)).sign(new Uint8Array(64))
  }

  it.each<[string, string, Buffer]>([
    ['no list', 'ERR_KEY_SERVICE_RESPONSE', message(Buffer.of(14))],
    ['an empty message', 'ERR_KEY_SERVICE_RESPONSE', sized(0)],
    ['a message of 4 GiB', 'ERR_KEY_SERVICE_RESPONSE', sized(0xffff_ffff)],
    ['more than it announced', 'ERR_KEY_SERVICE_RESPONSE', Buffer.concat([list, Buffer.alloc(9)])],
    ['a list of four thousand million keys', 'ERR_KEY_SERVICE_RESPONSE', message(Buffer.of(12), sized(0xffff_ffff))],
    ['a key that is longer than the list', 'ERR_KEY_SERVICE_RESPONSE', message(Buffer.of(12), sized(1), sized(500))],
    ['something behind the list', 'ERR_KEY_SERVICE_RESPONSE', message(Buffer.of(12), sized(0), Buffer.of(1))],
    ['a refusal', 'ERR_KEY_SERVICE_DENIED', message(Buffer.of(5))],
    ['other keys', 'ERR_KEY_NOT_FOUND', message(Buffer.of(12), sized(1), string(blob), string('other'))],
  ])('that answers with %s is found out', async (_what, code, answer) => {
    await expect(signing(await liar((socket) => socket.write(answer)))).rejects.toMatchObject({ code })
  })

  it.each<[string, string, Buffer]>([
    ['a refusal', 'ERR_KEY_SERVICE_DENIED', message(Buffer.of(5))],
    ['another message', 'ERR_KEY_SERVICE_RESPONSE', list],
    ['no signature', 'ERR_KEY_SERVICE_RESPONSE', message(Buffer.of(14), string(''))],
    ['a short signature', 'ERR_KEY_SERVICE_RESPONSE', signature('ssh-ed25519', Buffer.alloc(63))],
    ['a signature of nobody', 'ERR_KEY_SERVICE_RESPONSE', signature('ssh-ed25519', Buffer.alloc(64, 1))],
    ['a signature of another kind', 'ERR_KEY_SERVICE_RESPONSE', signature('ssh-rsa', Buffer.alloc(64, 1))],
    ['a signature that is too long', 'ERR_KEY_SERVICE_RESPONSE', signature('ssh-ed25519', Buffer.alloc(200_000))],
  ])('that signs with %s is found out', async (_what, code, answer) => {
    const socketPath = await liar((socket, isList) => socket.write(isList ? list : answer))
    await expect(signing(socketPath)).rejects.toMatchObject({ code })
  })

  it('that is silent, hangs up or trickles is given up', async () => {
    const silent = await liar(() => {})
    const short = await liar((socket) => socket.end(list.subarray(0, 20)))
    const slow = await liar((socket) => {
      const timer = setInterval(() => socket.write(Buffer.of(0)), 100)
      socket.on('close', () => clearInterval(timer))
    })
    for (const socketPath of [silent, short, slow, path.join(folder, 'nobody.sock')]) {
      await expect(signing(socketPath)).rejects.toMatchObject({ code: 'ERR_KEY_SERVICE_UNAVAILABLE' })
    }
  })

  it('that comes in pieces is understood', async () => {
    const socketPath = await liar((socket) => {
      for (const [index, byte] of list.entries()) setTimeout(() => socket.write(Buffer.of(byte)), index)
    })
    const listed = await sshIdentities({ socketPath })
    expect(listed).toMatchObject([{ comment: 'liar', publicKey: { algorithm: 'EdDSA', publicKeyMultibase } }])
  })

  it('is not asked without end', async () => {
    const socketPath = path.join(folder, 'nobody.sock')
    // @ts-expect-error: nothing is signed, so there is no signature to be checked
    const listing = sshIdentities({ socketPath, retries: Number.NaN, skipSignatureCheck: true })
    await expect(listing).rejects.toMatchObject({ code: 'ERR_INVALID_OPTION' })
  })

  it('is not asked for keys that nothing names', () => {
    expect(() => sshAgentKeyStore({ keys: [{ verificationMethod }] })).toThrow(
      expect.objectContaining({ code: 'ERR_INVALID_OPTION' }),
    )
  })
})
