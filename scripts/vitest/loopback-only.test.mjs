import { lookup, resolve4 } from 'node:dns/promises'
import { createServer } from 'node:http'
import { expect, onTestFinished, test } from 'vitest'

// 192.0.2.0/24 is nobody's (RFC 5737), and so is .example (RFC 2606).
test('nothing beyond loopback is reached or looked up', async () => {
  await expect(fetch('http://192.0.2.1/')).rejects.toHaveProperty('cause.message', expect.stringContaining('192.0.2.1'))
  await expect(fetch('https://school.example/')).rejects.toThrow()
  expect(() => lookup('school.example')).toThrow(/tried to reach school\.example/)
  expect(() => resolve4('school.example')).toThrow(/tried to reach school\.example/)
})

test('loopback is', async () => {
  const server = createServer((_, response) => response.end('here')).listen(0, '127.0.0.1')
  onTestFinished(() => server.close())
  await new Promise((resolve) => server.once('listening', resolve))
  const response = await fetch(`http://127.0.0.1:${server.address().port}/`)
  expect(await response.text()).toBe('here')
})
