import * as crypto from 'node:crypto'
import { md5 as md5Of } from '@noble/hashes/legacy.js'
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js'
import { expect, it, vi } from 'vitest'
import { matchesIdentity } from './identity-object.js'

vi.mock('node:crypto', async (original) => {
  const { hash, ...others } = await original<typeof crypto>()
  const permitted = (algorithm: string, text: string): string => {
    if (algorithm === 'md5') throw new Error('error:0308010C:digital envelope routines::unsupported')
    return hash(algorithm, text)
  }
  return { ...others, hash: permitted }
})

it('matches nobody by an algorithm that the machine forbids', () => {
  const salt = 'Kosher'
  const md5 = `md5$${bytesToHex(md5Of(utf8ToBytes('a@example.comKosher')))}`
  expect(matchesIdentity({ hashed: true, identityHash: md5, salt }, 'a@example.com')).toBe(false)
  expect(matchesIdentity({ hashed: true, identityHash: 'md5$undefined', salt }, 'a@example.com')).toBe(false)
  const sha256 = `sha256$${crypto.hash('sha256', 'a@example.comKosher')}`
  expect(matchesIdentity({ hashed: true, identityHash: sha256, salt }, 'a@example.com')).toBe(true)
})
