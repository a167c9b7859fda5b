import { describe, expect, it } from 'vitest'
import { contextUrls } from '../contexts/context-urls.js'
import { deepFreeze } from '../contexts/deep-freeze.js'
import type { ContextDocument } from '../contexts/interface.js'
import { contextSource } from '../contexts/source.js'
import type { JsonObject, JsonValue } from '../json/interface.js'
import { ActiveContext } from './active-context.js'
import { contextReader } from './context-reader.js'
import type { TermDefinition } from './interface.js'

const { credentialsV2, openBadges303, openBadges300 } = contextUrls
const ex = 'https://terms.example/#'
const bundled = contextSource()

function read(context: JsonValue, contexts = bundled): ActiveContext {
  const reader = contextReader(contexts)
  const active = reader.embedded(reader.initial, context)
  if (!(active instanceof ActiveContext)) throw new Error(JSON.stringify(active))
  return active
}

const termOf = (active: ActiveContext, name: string): TermDefinition => active.terms.get(name) as TermDefinition

describe('contextReader', () => {
  it('returns the same context for the same content, wherever it comes from', () => {
    const active = read([credentialsV2, { p: ex }])
    expect(read([credentialsV2, { p: ex }])).toBe(active)
    const documents = { 'https://a.example': { '@context': { p: ex } } }
    expect(read([credentialsV2, 'https://a.example'], contextSource({ documents }))).toBe(active)
    expect(read([credentialsV2, 'https://b.example'], () => bundled(credentialsV2))).toBe(
      read([credentialsV2, credentialsV2]),
    )
    expect(read([credentialsV2, { p: `${ex}p` }])).not.toBe(active)
  })

  it('knows variants of one URL apart', () => {
    const earlier = contextSource({ variants: { [openBadges303]: 'until-2026-06' } })
    expect(read([credentialsV2, openBadges303]).terms.has('jti')).toBe(true)
    expect(read([credentialsV2, openBadges303], earlier).terms.has('jti')).toBe(false)
    expect(read([credentialsV2, openBadges303])).toBe(read([credentialsV2, openBadges303]))
  })

  it('asks the source once for each URL', () => {
    let asked = 0
    const contexts = (): ContextDocument => {
      asked += 1
      return { '@context': { p: ex } }
    }
    const reader = contextReader(contexts)
    reader.embedded(reader.initial, ['https://a.example', 'https://a.example'])
    reader.embedded(reader.initial, 'https://a.example')
    expect(asked).toBe(1)
  })

  it('reads a frozen context anew when it names others', () => {
    const outer = deepFreeze<ContextDocument>({ '@context': ['https://b.example'] })
    const source = (inner: JsonObject) => (url: string) => (url === 'https://a.example' ? outer : { '@context': inner })
    expect(read('https://a.example', source({ p: ex })).terms.has('p')).toBe(true)
    expect(read('https://a.example', source({ q: ex })).terms.has('p')).toBe(false)
  })

  it('forgets what it has kept when that has become too much', () => {
    const active = read({ p: ex })
    const large = Object.fromEntries(Array.from({ length: 1000 }, (_, i) => [`t${i}`, ex]))
    for (let i = 0; i < 600; i += 1) read([large, { [`q${i}`]: ex }])
    expect(read({ p: ex })).not.toBe(active)
  })

  it('keeps nothing of what a caller may still change', () => {
    const inline = { p: { '@id': ex, '@context': { q: ex } } }
    const active = read(inline)
    inline.p['@context'].q = `${ex}other`
    const reader = contextReader(bundled)
    const scoped = reader.propertyScoped(active, termOf(active, 'p')) as ActiveContext
    expect(termOf(scoped, 'q').iri).toBe(ex)
    expect(read(inline)).not.toBe(active)
  })

  it('applies contexts of types and properties, and remembers them', () => {
    const reader = contextReader(bundled)
    const active = read([credentialsV2, openBadges303])
    const subject = reader.typeScoped(active, termOf(active, 'AchievementSubject')) as ActiveContext
    expect(subject.previous).toBe(active)
    expect([active.terms.has('result'), subject.terms.has('result')]).toEqual([false, true])
    expect(reader.typeScoped(active, termOf(active, 'AchievementSubject'))).toBe(subject)
    const presentation = reader.typeScoped(active, termOf(active, 'VerifiablePresentation')) as ActiveContext
    const inner = reader.propertyScoped(presentation, termOf(presentation, 'verifiableCredential')) as ActiveContext
    expect([inner.terms.size, inner.previous]).toEqual([0, undefined])
    expect(reader.typeScoped(active, termOf(active, 'id'))).toBe(active)
  })

  it('says which context is refused, and why', () => {
    const reader = contextReader(bundled)
    expect(reader.embedded(reader.initial, [credentialsV2, {}, openBadges300])).toEqual([
      { index: 2, url: openBadges300, refusal: expect.objectContaining({ kind: 'conflict' }) },
    ])
    expect(reader.embedded(reader.initial, 'https://a.example')).toEqual([
      { index: undefined, url: 'https://a.example', refusal: expect.objectContaining({ kind: 'unknown' }) },
    ])
  })

  it('keeps a protected term as it was when it is restated', () => {
    const active = read([{ '@protected': true, p: { '@id': ex, '@container': ['@set', '@index'] } }])
    const restated = read([
      { '@protected': true, p: { '@id': ex, '@container': ['@set', '@index'] } },
      { p: { '@container': ['@index', '@set'], '@id': ex, '@protected': false } },
    ])
    expect(termOf(restated, 'p')).toBe(termOf(active, 'p'))
  })
})
