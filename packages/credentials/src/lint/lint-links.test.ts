import { describe, expect, it } from 'vitest'
import { now } from '../../test/lint-findings.js'
import { goodMicrocredential, goodTranscript } from '../../test/lint-samples.js'
import { changed } from '../../test/samples.js'
import { type LintLinksOptions, lintLinks, lintProfiles } from './index.js'

const welding = 'https://university.example/welding'

async function tried(document: unknown, reachable: (url: string) => boolean, options: Partial<LintLinksOptions> = {}) {
  const urls: string[] = []
  const isReachable = async (url: string) => {
    urls.push(url)
    return reachable(url)
  }
  const { valid, findings } = await lintLinks(document, { now, isReachable, ...options })
  return {
    urls,
    valid,
    lines: findings.map(({ rule, level, code, pointer }) => [rule, level, code, pointer].join(' ')),
  }
}

describe('lintLinks', () => {
  it('tries the pages of criteria and achievements, each once', async () => {
    const { urls, valid, lines } = await tried(goodTranscript, () => true)
    expect(urls).toHaveLength(7)
    expect(new Set(urls).size).toBe(7)
    expect(urls).toContain('https://university.example/bachelor-of-science')
    expect({ valid, lines }).toEqual({ valid: true, lines: [] })
  })

  it('reports those that do not open, wherever they stand', async () => {
    const { lines } = await tried(goodMicrocredential, () => false)
    expect(lines).toEqual([
      'Q03 warning criteria-page-unreachable /credentialSubject/achievement/criteria/id',
      'Q13 warning achievement-page-unreachable /credentialSubject/achievement/id',
    ])
    const same = changed(goodMicrocredential, '/credentialSubject/achievement/criteria/id', `${welding}#criteria`)
    const once = await tried(same, () => false)
    expect(once.urls).toEqual([welding])
    expect(once.lines).toEqual(lines)
  })

  it('tries no address that is not https', async () => {
    const pointers = ['/credentialSubject/achievement/id', '/credentialSubject/achievement/criteria/id']
    for (const address of ['http://university.example/', 'urn:uuid:1', 'file:///etc/passwd', 'https://']) {
      const document = pointers.reduce((each, pointer) => changed(each, pointer, address), goodMicrocredential)
      expect((await tried(document, () => false)).urls).toEqual([])
    }
  })

  it('counts an address that throws as one that does not open', async () => {
    const broken = () => {
      throw new Error('no network')
    }
    expect((await tried(goodMicrocredential, broken)).lines).toHaveLength(2)
  })

  it('tries so many and no more, and says how many are left', async () => {
    const { urls, lines } = await tried(goodTranscript, () => true, { maxUrls: 3 })
    expect(urls).toHaveLength(3)
    expect(lines).toEqual(['document info links-not-tried '])
  })

  it('tries so many at a time', async () => {
    let open = 0
    let most = 0
    const isReachable = async () => {
      most = Math.max(most, ++open)
      await Promise.resolve()
      open--
      return true
    }
    await lintLinks(goodTranscript, { isReachable, concurrency: 2 })
    expect(most).toBe(2)
  })

  it('stops when it is told to', async () => {
    const controller = new AbortController()
    const isReachable = async (_: string, { signal }: { signal?: AbortSignal | undefined }) => {
      expect(signal).toBe(controller.signal)
      controller.abort(new Error('enough'))
      throw new Error('cut off')
    }
    await expect(lintLinks(goodTranscript, { isReachable, signal: controller.signal })).rejects.toThrow('enough')
  })

  it('goes by the profile, and tries nothing that it leaves out', async () => {
    const { general } = lintProfiles
    const profile = { ...general, levels: { Q03: 'off', Q13: 'error' } } as const
    const { urls, valid } = await tried(goodMicrocredential, () => false, { profile })
    expect({ urls, valid }).toEqual({ urls: [welding], valid: false })
  })

  it('refuses bounds that are none, and takes any document', async () => {
    const thrown = expect.objectContaining({ code: 'ERR_INVALID_OPTION' })
    await expect(tried({}, () => true, { maxUrls: 0 })).rejects.toThrow(thrown)
    await expect(tried({}, () => true, { concurrency: 1.5 })).rejects.toThrow(thrown)
    expect((await tried('x', () => true)).lines).toEqual(['document error not-an-object '])
  })
})
