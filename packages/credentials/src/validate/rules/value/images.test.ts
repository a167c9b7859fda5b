import { expect, it } from 'vitest'
import { ruleFindings } from '../../../../test/rule-findings.js'
import { badge, changed } from '../../../../test/samples.js'
import { images } from './images.js'

const found = (id: string | number): string[] =>
  ruleFindings(images, 'AchievementCredential', changed(badge, '/issuer/image', { id, type: 'Image' }))

it.each([
  'https://university.example/seal.png',
  'https://university.example/seal.SVG?v=2',
  'https://university.example/images/4711',
  'https://university.example/seal?format=.jpg',
  'https://university.example/seal#a.gif',
  'data:image/png;base64,iVBORw0KGgo=',
  'data:image/svg+xml,%3Csvg/%3E',
  'urn:example:seal.jpg',
])('takes %s', (id) => {
  expect(found(id)).toEqual([])
})

it.each([
  'https://university.example/seal.jpg',
  'https://university.example/seal.JPEG?v=2',
  'https://university.example/seal.webp#top',
  'data:image/jpeg;base64,/9j/',
  'data:image/pngx;base64,iVBORw0KGgo=',
  'data:text/html,seal',
])('warns of %s', (id) => {
  expect(found(id)).toEqual(['warning image-format /issuer/image/id'])
})

it('looks at the picture of an award, and lets those of achievements be', () => {
  const image = { id: 'https://university.example/badge.gif', type: 'Image' }
  const awarded = changed(badge, '/credentialSubject/image', image)
  expect(ruleFindings(images, 'AchievementCredential', awarded)).toEqual([
    'warning image-format /credentialSubject/image/id',
  ])
  expect(
    ruleFindings(images, 'AchievementCredential', changed(badge, '/credentialSubject/achievement/image', image)),
  ).toEqual([])
})

it('leaves what is no text to the schema', () => {
  expect(found(7)).toEqual([])
})
