import { mkdir, readFile, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { contextSource } from '@testamur/documents'
import { addProof } from '@testamur/proofs'
import { generatePrivateJwk, signerFromJwk } from '@testamur/proofs/keys'
import { achievementCredential, issue, type VerificationReport } from 'testamur'
import { expect, test } from 'vitest'
import { resultOf, temporaryFolder, testamur } from '../../test/call.js'
import { alteredCopy, type GeneratedKey, registrar } from '../../test/registrar.js'
import { sampleRecord } from '../../test/sample-record.js'

test('a signed record is verified, without the network: exit code 0, its courses in one line', async () => {
  const { cwd, issuer } = await registrar()
  const { code, stdout, stderr } = await testamur(['verify', 'signed.json', '--offline'], { cwd })
  expect(code).toBe(0)
  expect(stderr).toBe('')
  expect(stdout.split('\n')).toEqual([
    '✔ verified  signed.json',
    '├─ ClrCredential “Transcript”',
    `├─ issuer: Example University (${issuer})`,
    '├─ ✔ passed: parse, context, schema, rules, proof, issuer, validity',
    '├─ – not applicable: claims, subject, status, status-issuer, refresh, recipient',
    '├─ ✔ verified  3 × Course',
    '└─ who vouches for what:',
    `   └─ ✔ Example University (${issuer}) awards 3 achievements`,
    '',
  ])
})

test('a changed grade is rejected: exit code 1, the course whole, with its place and the cause', async () => {
  const { cwd } = await registrar()
  const altered = await alteredCopy(cwd, 'signed.json', '"value": "C"', '"value": "A"')
  const { code, stdout } = await testamur(['verify', altered], { cwd })
  expect(code).toBe(1)
  expect(stdout).toMatch(/^✘ rejected {2}altered-signed\.json$/m)
  expect(stdout).toContain(
    '├─ ✘ rejected  Course “Calculus 3” (MATH 103)\n│  ├─ at /credentialSubject/verifiableCredential/2\n',
  )
  expect(stdout).toContain('at /credentialSubject/verifiableCredential/2/proof  [signature-invalid]')
  expect(stdout).toContain('✔ verified  2 × Course')

  const json = await testamur(['verify', altered, '--json'], { cwd })
  const report = JSON.parse(json.stdout) as VerificationReport
  expect(json.code).toBe(1)
  expect(json.stderr).toBe('')
  expect(report.credentials.map(({ outcome }) => outcome)).toEqual(['verified', 'verified', 'rejected'])
})

test('an array is verified record by record: an array of reports, the worst outcome as exit code', async () => {
  const { cwd } = await registrar()
  const altered = await alteredCopy(cwd, 'signed.json', '"value": "C"', '"value": "A"')
  const [good, bad] = await Promise.all(['signed.json', altered].map((file) => readFile(path.join(cwd, file), 'utf8')))
  await writeFile(path.join(cwd, 'both.json'), `[${good},${bad}]`)
  const { code, stdout } = await testamur(['verify', 'both.json', '--json'], { cwd })
  expect(code).toBe(1)
  expect((JSON.parse(stdout) as VerificationReport[]).map(({ outcome }) => outcome)).toEqual(['verified', 'rejected'])
  const { stdout: trees } = await testamur(['verify', 'both.json'], { cwd })
  expect(trees).toMatch(/^✔ verified {2}both\.json, record 1$/m)
  expect(trees).toMatch(/^✘ rejected {2}both\.json, record 2$/m)
})

test('a token, an image and a presentation are verified like JSON, each shown by what is in it', async () => {
  const { cwd } = await registrar()
  const signer = await signerFromJwk(await generatePrivateJwk())
  const issuer = signer.verificationMethod.split('#')[0] ?? ''
  const badge = achievementCredential({
    issuer: { id: issuer, name: 'Example Academy' },
    validFrom: '2026-05-17T00:00:00Z',
    credentialSubject: {
      id: 'did:example:learner',
      achievement: { name: 'Statics', description: 'Forces at rest.', criteria: { narrative: 'An exam.' } },
    },
  })
  const token = await issue(badge, { signer, format: 'vc-jwt' })
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" xmlns:openbadges="https://purl.imsglobal.org/ob/v3p0"><openbadges:credential verify="${token}"/></svg>`
  const presentation = await addProof(
    {
      '@context': ['https://www.w3.org/ns/credentials/v2'],
      type: ['VerifiablePresentation'],
      holder: issuer,
      verifiableCredential: [await issue(badge, { signer })],
    },
    { signer, contexts: contextSource(), proofPurpose: 'authentication' },
  )
  await writeFile(path.join(cwd, 'badge.jwt'), `${token}\n`)
  await writeFile(path.join(cwd, 'badge.svg'), svg)
  await writeFile(path.join(cwd, 'shown.json'), JSON.stringify(presentation))
  for (const [file, mediaType] of [
    ['badge.jwt', 'application/vc+jwt'],
    ['badge.svg', 'image/svg+xml'],
  ] as const) {
    const { code, stdout } = await testamur(['verify', file, '--offline'], { cwd })
    expect(code).toBe(0)
    expect(stdout).toContain('├─ AchievementCredential “Statics”')
    expect(stdout).toContain(`├─ issuer: Example Academy (${issuer})`)
    expect(await resultOf(['verify', file], { cwd })).toMatchObject({ outcome: 'verified', mediaType })
  }
  const { code, stdout } = await testamur(['verify', 'shown.json'], { cwd })
  expect(code).toBe(0)
  expect(stdout).toContain(`├─ holder: ${issuer}`)
  expect(stdout).toContain('[challenge-unchecked]')
  expect(stdout).toContain(`✔ Example Academy (${issuer}) awards 1 achievement`)
})

test('standard input is read for -', async () => {
  const { cwd } = await registrar()
  const stdin = await readFile(path.join(cwd, 'signed.json'))
  const { code, stdout } = await testamur(['verify', '-'], { cwd, stdin })
  expect(code).toBe(0)
  expect(stdout).toContain('verified  standard input')
})

test('what is not JSON is rejected, with a report', async () => {
  const { cwd } = await registrar()
  const { code, stdout } = await testamur(['verify', '-', '--json'], { cwd, stdin: '{"type": ' })
  expect(code).toBe(1)
  const { outcome, checks } = JSON.parse(stdout) as VerificationReport
  expect({ outcome, parse: checks[0] }).toMatchObject({
    outcome: 'rejected',
    parse: { id: 'parse', outcome: 'failed' },
  })
})

test('validity is judged at the time of --at', async () => {
  const { cwd } = await registrar()
  const { code, stdout } = await testamur(['verify', 'signed.json', '--at', '2025-12-31T23:00:00Z'], { cwd })
  expect(code).toBe(1)
  expect(stdout).toContain('✘ validity: ')
  const offset = await testamur(['verify', 'signed.json', '--at', '2026-01-01T02:00:00+02:00'], { cwd })
  expect(offset.code).toBe(0)
})

test('--schema warn lets a record through that breaks its schema', async () => {
  const { cwd } = await registrar()
  await writeFile(
    path.join(cwd, 'anonymous.json'),
    JSON.stringify({ ...sampleRecord('did:example:x'), name: undefined }),
  )
  const schemaOf = async (...options: string[]): Promise<unknown> => {
    const { stdout } = await testamur(['verify', 'anonymous.json', '--json', ...options], { cwd })
    return (JSON.parse(stdout) as VerificationReport).checks.find(({ id }) => id === 'schema')?.outcome
  }
  expect(await schemaOf()).toBe('failed')
  expect(await schemaOf('--schema', 'warn')).toBe('passed')
})

test('--engine: the fast path, the reference and both come to the same', async () => {
  const { cwd } = await registrar()
  const altered = await alteredCopy(cwd, 'signed.json', '"value": "C"', '"value": "A"')
  for (const engine of ['fast', 'reference', 'both']) {
    expect((await testamur(['verify', 'signed.json', '--engine', engine], { cwd })).code).toBe(0)
    expect((await testamur(['verify', altered, '--engine', engine], { cwd })).code).toBe(1)
  }
  const { code, stderr } = await testamur(['verify', 'signed.json', '--engine', 'quick'], { cwd })
  expect(code).toBe(2)
  expect(stderr).toContain('fast, reference, both')
})

/** A record of a did:web issuer, and the DID document that is published for it. */
async function publishedRecord(): Promise<{ cwd: string; didDocument: object }> {
  const cwd = await temporaryFolder()
  const controller = 'did:web:registrar.example'
  const make = ['keys', 'generate', '--keys', 'keys', '--controller', controller, '--fragment', 'key-1']
  const { verificationMethod: id, publicKeyMultibase } = await resultOf<GeneratedKey>(make, { cwd })
  await writeFile(path.join(cwd, 'clr.json'), JSON.stringify(sampleRecord(controller)))
  await resultOf(['issue', 'clr.json', '--keys', 'keys', '--key', id, '-o', 'signed.json'], { cwd })
  const didDocument = {
    '@context': ['https://www.w3.org/ns/did/v1', 'https://w3id.org/security/multikey/v1'],
    id: controller,
    verificationMethod: [{ id, type: 'Multikey', controller, publicKeyMultibase }],
    assertionMethod: [id],
  }
  return { cwd, didDocument }
}

test('documents of a map are read instead of the network; without them it is undetermined: exit code 3', async () => {
  const { cwd, didDocument } = await publishedRecord()
  await mkdir(path.join(cwd, 'documents'))
  await writeFile(path.join(cwd, 'documents/did.json'), JSON.stringify(didDocument))
  await writeFile(
    path.join(cwd, 'documents/map.json'),
    JSON.stringify({ 'https://registrar.example/.well-known/did.json': 'did.json' }),
  )
  const verify = ['verify', 'signed.json', '--offline']
  expect(await testamur([...verify, '--documents', 'documents/map.json'], { cwd })).toMatchObject({ code: 0 })
  const without = await testamur(verify, { cwd })
  expect(without.code).toBe(3)
  expect(without.stdout).toMatch(/^\? undetermined {2}signed\.json$/m)
  expect(without.stdout).toContain('└─ ? undetermined  3 × Course, for the same reason')
})

test('a file called - in a map is no standard input', async () => {
  const { cwd } = await registrar()
  await writeFile(path.join(cwd, 'map.json'), '{ "https://registrar.example/.well-known/did.json": "-" }')
  const { code, stderr } = await testamur(['verify', 'signed.json', '--documents', 'map.json'], { cwd, stdin: '{}' })
  expect(code).toBe(2)
  expect(stderr).toContain('there is no such file')
})

test('a network that is down is no tampering: exit code 3', async () => {
  const { cwd } = await publishedRecord()
  const fetch = async (): Promise<never> => Promise.reject(new TypeError('fetch failed'))
  const { code, stdout } = await testamur(['verify', 'signed.json', '--json'], { cwd, fetch })
  expect(code).toBe(3)
  expect(JSON.parse(stdout)).toMatchObject({ outcome: 'undetermined' })
})

test('a key that only the credential vouches for counts with --accept-self-asserted-keys alone', async () => {
  const { cwd, verificationMethod } = await registrar()
  await writeFile(path.join(cwd, 'clr.json'), JSON.stringify(sampleRecord('https://registrar.example/issuer')))
  await resultOf(['issue', 'clr.json', '--keys', 'keys', '--key', verificationMethod, '-o', 'self.json'], { cwd })
  const verify = ['verify', 'self.json', '--offline']
  expect((await testamur(verify, { cwd })).code).toBe(1)
  const accepted = await testamur([...verify, '--accept-self-asserted-keys'], { cwd })
  expect(accepted.code).toBe(0)
  expect(accepted.stdout).toContain(
    '! warning: Only the credential itself says that the key is the issuer’s (4 times, the first:)',
  )
})
