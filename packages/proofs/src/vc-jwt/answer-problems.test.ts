import { expect, it } from 'vitest'
import { answerProblems } from './answer-problems.js'
import type { VcJwt } from './interface.js'

const token = (claims: VcJwt['claims']): VcJwt => ({ claims }) as VcJwt
const codes = (claims: VcJwt['claims']): string[] =>
  answerProblems(token(claims), { challenge: 'c1', domain: 'verifier.example' }).map(
    ({ code, pointer }) => `${code} ${pointer}`,
  )

it('takes the answer to this challenge for this verifier, alone or among others', () => {
  expect(codes({ nonce: 'c1', aud: 'verifier.example' })).toEqual([])
  expect(codes({ nonce: 'c1', aud: ['other.example', 'verifier.example'] })).toEqual([])
})

it('refuses any other, and one that says nothing', () => {
  expect(codes({ nonce: 'c2', aud: 'other.example' })).toEqual(['proof-challenge /nonce', 'proof-domain /aud'])
  expect(codes({})).toEqual(['proof-challenge /nonce', 'proof-domain /aud'])
})

it('asks nothing that was not set', () => {
  expect(answerProblems(token({}), {})).toEqual([])
})
