import { existsSync } from 'node:fs'
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import path from 'node:path'
import type { StoredKey } from '@testamur/proofs/key-stores'
import { verifySignature } from '@testamur/proofs/keys'
import { build } from 'esbuild'
import { type Browser, type BrowserContext, chromium, type Page } from 'playwright-core'
import { verify } from 'testamur'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { describeUnlessMissing } from '../../reference.js'
import { now } from '../interop-records.js'
import type { TestPage } from './webcrypto-page.js'

const executablePath = process.env['TESTAMUR_CHROMIUM'] ?? '/usr/bin/chromium'
const missing = existsSync(executablePath) ? undefined : `there is no browser at ${executablePath}`

describeUnlessMissing(missing, 'WebCrypto and IndexedDB, in Chromium', () => {
  let server: Server
  let browser: Browser
  let context: BrowserContext
  let origin = ''

  beforeAll(async () => {
    const { outputFiles } = await build({
      entryPoints: [path.join(import.meta.dirname, 'webcrypto-page.ts')],
      bundle: true,
      write: false,
      platform: 'browser',
      format: 'esm',
      // The web's sources: a bundle with an import of Node fails here.
      conditions: ['@testamur/source'],
      logLevel: 'silent',
    })
    const script = outputFiles[0]?.text ?? ''
    server = createServer((request, response) => {
      const isScript = request.url === '/page.js'
      response.setHeader('content-type', isScript ? 'text/javascript' : 'text/html')
      response.end(
        isScript ? script : '<!doctype html><title>Keys</title><script type="module" src="/page.js"></script>',
      )
    })
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
    origin = `http://localhost:${(server.address() as AddressInfo).port}/`
    const quiet = ['--disable-quic', '--no-first-run', '--disable-background-networking', '--disable-component-update']
    browser = await chromium.launch({
      executablePath,
      args: [
        '--no-sandbox',
        '--disable-gpu',
        '--disable-sync',
        ...quiet,
        '--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE localhost',
      ],
    })
    context = await browser.newContext()
  }, 60_000)

  afterAll(async () => {
    await browser?.close()
    server?.close()
  })

  const newPage = async (): Promise<Page> => {
    const page = await context.newPage()
    await page.goto(origin)
    await page.waitForFunction(() => 'page' in globalThis)
    return page
  }
  /** Calls a function of the page. */
  const call = async <Member extends keyof TestPage>(
    page: Page,
    member: Member,
    ...parameters: Parameters<TestPage[Member]>
  ): Promise<Awaited<ReturnType<TestPage[Member]>>> =>
    page.evaluate(
      ([member, parameters]) =>
        (globalThis as unknown as { page: Record<string, (...parameters: unknown[]) => unknown> }).page[member]?.(
          ...parameters,
        ),
      [member, parameters] as [string, unknown[]],
    ) as Promise<Awaited<ReturnType<TestPage[Member]>>>

  it.each(['EdDSA', 'ES256', 'ES384'] as const)('passes the key store contract for %s', async (algorithm) => {
    expect(await call(await newPage(), 'contract', algorithm)).toEqual([])
  })

  it('keeps its keys when the page is loaded again, and in other tabs', async () => {
    const page = await newPage()
    expect(await call(page, 'generate', 'kept')).toBe('made')
    const [publicKey] = await call(page, 'list', 'kept')
    await page.reload()
    await page.waitForFunction(() => 'page' in globalThis)
    expect(await call(page, 'list', 'kept')).toEqual([publicKey])
    const data = Uint8Array.of(1, 2, 3)
    for (const tab of [page, await newPage()]) {
      const signature = Uint8Array.from(await call(tab, 'sign', 'kept'))
      expect(await verifySignature(data, { signature, publicKey: publicKey as StoredKey })).toBe(true)
    }
  })

  it('shows its keys to no script', async () => {
    const outcomes = await call(await newPage(), 'exposed')
    expect(outcomes.slice(0, 3).join()).not.toMatch(/"d"|seed/)
    expect(outcomes.slice(3)).toEqual(['InvalidAccessError', 'InvalidAccessError', 'InvalidAccessError'])
  })

  it.each([1, 2, 3])('makes one key of a name, whichever tab asks (round %i)', async (round) => {
    const tabs = await Promise.all([newPage(), newPage(), newPage()])
    const outcomes = await Promise.all(tabs.map((tab) => call(tab, 'generate', 'contested', `round-${round}`)))
    expect(outcomes.toSorted()).toEqual(['ERR_KEY_EXISTS', 'ERR_KEY_EXISTS', 'made'])
    await Promise.all(tabs.map((tab) => tab.close()))
  })

  it('rotates a key once, whichever tab asks', async () => {
    const tabs = await Promise.all([newPage(), newPage()])
    await call(tabs[0], 'generate', 'rotated')
    const outcomes = (await Promise.all(tabs.map((tab) => call(tab, 'rotate', 'rotated')))).flat()
    expect(outcomes.toSorted()).toEqual(['ERR_KEY_RETIRED', 'ERR_KEY_RETIRED', 'ERR_KEY_RETIRED', 'rotated'])
    const listed = await call(tabs[1], 'list', 'rotated')
    expect(listed.map(({ retired }) => retired !== undefined)).toEqual([true, false])
  })

  it('says so when the database holds something else, and does not keep it from being deleted', async () => {
    const page = await newPage()
    await call(page, 'generate', 'corrupt')
    expect(await call(page, 'corrupt', 'corrupt')).toBe('ERR_KEY_STORE_CORRUPT')
    expect(await call(page, 'deleted', 'deleted')).toBe(0)
  })

  it.each(['EdDSA', 'ES256', 'ES384'] as const)('issues a CLR by %s that verifies in Node', async (algorithm) => {
    const clr = await call(await newPage(), 'issue', algorithm)
    expect(await verify(clr, { offline: true, now })).toMatchObject({ outcome: 'verified', errors: [], warnings: [] })
  })
})
