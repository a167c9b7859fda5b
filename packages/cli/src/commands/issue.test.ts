import { writeFile } from 'node:fs/promises'
import path from 'node:path'
import { expect, test, vi } from 'vitest'
import { contentOf, resultOf, testamur } from '../../test/call.js'
import { jsonIn, registrar } from '../../test/registrar.js'
import { sampleRecord } from '../../test/sample-record.js'

interface Signed {
  readonly proof: { readonly verificationMethod: string }
  readonly credentialSubject: { readonly verifiableCredential: readonly Signed[] }
}

test('the record and the credentials inside it are signed; the summary goes to standard error', async () => {
  const { cwd, verificationMethod } = await registrar()
  const argv = ['issue', 'clr.json', '--keys', 'keys', '--key', verificationMethod, '-o', 'out.json']
  const { code, stdout, stderr } = await testamur(argv, { cwd })
  expect({ code, stdout }).toEqual({ code: 0, stdout: '' })
  expect(stderr).toBe(`clr.json: 1 record issued with 4 signatures by ${verificationMethod}\n`)
  const signed = await jsonIn<Signed>(cwd, 'out.json')
  for (const { proof } of [signed, ...signed.credentialSubject.verifiableCredential]) {
    expect(proof.verificationMethod).toBe(verificationMethod)
  }
})

test('without -o, and with -o -, the record goes to standard output', async () => {
  const { cwd, verificationMethod } = await registrar()
  const argv = ['issue', 'clr.json', '--keys', 'keys', '--key', verificationMethod]
  for (const options of [[], ['-o', '-']]) {
    const { code, stdout } = await testamur([...argv, ...options], { cwd })
    expect(code).toBe(0)
    expect(JSON.parse(stdout)).toHaveProperty('proof')
  }
})

test('--json prints { records: [{ credential, signatures }] }, also beside -o', async () => {
  const { cwd, verificationMethod } = await registrar()
  const argv = ['issue', 'clr.json', '--keys', 'keys', '--key', verificationMethod, '-o', 'out.json']
  const { records } = await resultOf<{ records: { credential: object; signatures: number }[] }>(argv, { cwd })
  expect(records).toEqual([{ credential: await jsonIn(cwd, 'out.json'), signatures: 4 }])
  // Standard output holds one JSON text, also where the records were to go there.
  expect(await resultOf([...argv.slice(0, -1), '-'], { cwd })).toMatchObject({ records: [{ signatures: 4 }] })
})

test('an array becomes an array, also one of one', async () => {
  const { cwd, verificationMethod, issuer } = await registrar()
  const issue = async (count: number): Promise<unknown> => {
    const records = Array.from({ length: count }, (_, index) => sampleRecord(issuer, { number: index + 1 }))
    await writeFile(path.join(cwd, 'several.json'), JSON.stringify(records))
    const { stderr } = await testamur(
      ['issue', 'several.json', '--keys', 'keys', '--key', verificationMethod, '-o', 'out.json'],
      { cwd },
    )
    expect(stderr).toContain(`${4 * count} signatures`)
    expect((await testamur(['verify', 'out.json'], { cwd })).code).toBe(0)
    return jsonIn(cwd, 'out.json')
  }
  expect(await issue(1)).toEqual([expect.objectContaining({ proof: expect.anything() })])
  expect(await issue(2)).toHaveLength(2)
})

test('one bad record of several: the message names it, and nothing is written', async () => {
  const { cwd, verificationMethod, issuer } = await registrar()
  const bad = { ...sampleRecord(issuer), name: undefined, validFrom: 'soon' }
  await writeFile(path.join(cwd, 'several.json'), JSON.stringify([sampleRecord(issuer), bad]))
  const before = await contentOf(cwd)
  const argv = ['issue', 'several.json', '--keys', 'keys', '--key', verificationMethod, '-o', 'out.json', '--json']
  const { code, stdout, stderr } = await testamur(argv, { cwd })
  expect(code).toBe(1)
  expect(stderr).toMatch(/^testamur: several\.json, record 2: The credential has 2 error\(s\)/)
  expect(JSON.parse(stdout)).toMatchObject({
    error: { code: 'ERR_INVALID_CREDENTIAL', file: 'several.json, record 2', problems: [{}, {}] },
  })
  expect(await contentOf(cwd)).toEqual(before)
})

test('contexts of one’s own are documents of a map', async () => {
  const { cwd, verificationMethod, issuer } = await registrar()
  const url = 'https://registrar.example/contexts/honor-code.json'
  const record = sampleRecord(issuer)
  const own = { ...record, '@context': [...(record['@context'] as string[]), url], honorCode: 'kept' }
  const write = (name: string, content: object): Promise<void> =>
    writeFile(path.join(cwd, name), JSON.stringify(content))
  await write('own.json', own)
  await write('context.json', { '@context': { honorCode: 'https://registrar.example/terms#honorCode' } })
  await write('map.json', { [url]: 'context.json' })
  const argv = ['issue', 'own.json', '--keys', 'keys', '--key', verificationMethod, '-o', 'out.json']
  const without = await testamur(argv, { cwd })
  expect(without).toMatchObject({ code: 1, stderr: expect.stringContaining('own.json: ') })
  expect((await testamur([...argv, '--documents', 'map.json'], { cwd })).code).toBe(0)
  expect(await jsonIn(cwd, 'out.json')).toMatchObject({ honorCode: 'kept' })
  expect((await testamur(['verify', 'out.json', '--documents', 'map.json'], { cwd })).code).toBe(0)
})

test('on a terminal the signatures are counted while they are made', async () => {
  const { cwd, verificationMethod, issuer } = await registrar()
  const records = Array.from({ length: 40 }, (_, index) => sampleRecord(issuer, { number: index + 1 }))
  await writeFile(path.join(cwd, 'several.json'), JSON.stringify(records))
  const argv = ['issue', 'several.json', '--keys', 'keys', '--key', verificationMethod, '-o', 'out.json']
  // Where signing is quick there would be nothing to count: here each signature takes its time.
  let clock = 0
  vi.spyOn(performance, 'now').mockImplementation(() => (clock += 30))
  const { stderr } = await testamur(argv, { cwd, isTerminal: true })
  // The line rewrites itself, and is gone when the summary comes.
  expect(stderr.replaceAll('\r\u001B[2K', '<clear>')).toMatch(
    /^(<clear>\d+ signatures?)+<clear>several\.json: 40 records issued with 160 signatures/,
  )
})
