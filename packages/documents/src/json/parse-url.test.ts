import { describe, expect, it } from 'vitest'
import { parseUrl } from './parse-url.js'

describe('parseUrl', () => {
  it('returns what the platform reads', () => {
    expect(parseUrl('https://registrar.example.edu:443/a/../b')?.href).toBe('https://registrar.example.edu/b')
    expect(parseUrl('../b', 'https://registrar.example.edu/a/c')?.href).toBe('https://registrar.example.edu/b')
    expect(parseUrl('urn:uuid:58172aac-d8ba-11ed-83dd-0b3aef56cc33')?.protocol).toBe('urn:')
  })

  it.each(['', 'b', '//registrar.example.edu', 'https://', 'https://a b/'])('returns nothing for %o', (text) => {
    expect(parseUrl(text)).toBeUndefined()
  })

  it('says the same of letters beyond ASCII however often it was asked', () => {
    for (let count = 0; count < 100_000; count++) parseUrl('https://registrar.example.edu/')
    expect(parseUrl('https://bücher.example/')?.hostname).toBe('xn--bcher-kva.example')
    expect(parseUrl('https://registrar.example.edu/Zürich')?.pathname).toBe('/Z%C3%BCrich')
  })
})
