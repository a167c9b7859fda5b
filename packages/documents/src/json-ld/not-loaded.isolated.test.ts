import { expect, it, vi } from 'vitest'
import { contextSource } from '../contexts/index.js'
import { quadsFromDocument } from './index.js'

vi.mock('jsonld', () => {
  throw new Error('no such package')
})

it('does not blame the document when jsonld.js cannot be loaded', async () => {
  const document = { '@context': ['https://www.w3.org/ns/credentials/v2'], type: ['VerifiableCredential'] }
  await expect(quadsFromDocument(document, { contexts: contextSource() })).rejects.toMatchObject({
    cause: { message: 'no such package' },
  })
})
