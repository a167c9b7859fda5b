import { expect, it } from 'vitest'
import { fetchSameOrigin } from './fetch-same-origin.js'

const redirectTo = (url: string) => async () => ({ ok: true, document: {}, url }) as const

it.each([
  ['https://uni.example/.well-known/did.json', true],
  ['https://uni.example/.well-known/jwks.json', true],
  ['https://uni.example/.well-known/other.json', false],
  ['https://uni.example/.well-known/', false],
  ['https://uni.example/.well-known/jwks.json/login', false],
  ['https://uni.example/.well-known/jwks.json?to=other.example', false],
  ['https://uni.example/.well-known/../login', false],
  ['https://uni.example/a/.well-known/did.json', false],
  ['https://uni.example/login?to=other.example', false],
])('a redirect from %s to another origin is trusted: %s', async (url, isTrusted) => {
  expect((await fetchSameOrigin(url, redirectTo('https://other.example/'))).ok).toBe(isTrusted)
  expect((await fetchSameOrigin(url, redirectTo('https://uni.example/elsewhere'))).ok).toBe(true)
})

it('shows no query of what it refuses', async () => {
  const fetched = await fetchSameOrigin('https://uni.example/a?token=secret', redirectTo('https://other.example/'))
  expect(!fetched.ok && fetched.problem.detail).toMatch(/^https:\/\/uni\.example\/a leads/)
})
