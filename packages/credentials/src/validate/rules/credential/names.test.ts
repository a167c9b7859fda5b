import { expect, it } from 'vitest'
import { ruleFindings } from '../../../../test/rule-findings.js'
import { changed, otherCredential } from '../../../../test/samples.js'
import { asVcdm11 } from '../../../../test/vcdm11-samples.js'
import { names } from './names.js'

const german = { '@value': 'Bibliothekskarte', '@language': 'de' }
const found = (pointer: string, value: Parameters<typeof changed>[2]): string[] =>
  ruleFindings(names, 'VerifiableCredential', changed(otherCredential, pointer, value))

it('takes texts, with or without their language, one or several', () => {
  expect(ruleFindings(names, 'VerifiableCredential', otherCredential)).toEqual([])
  expect(found('/name', undefined)).toEqual([])
  expect(found('/name', german)).toEqual([])
  expect(found('/description', [german, { '@value': 'بطاقة', '@language': 'ar', '@direction': 'rtl' }])).toEqual([])
})

it.each(['/name', '/description', '/issuer/name', '/issuer/description'])(
  'reports at %s what is no text',
  (pointer) => {
    for (const value of [7, null, {}, { '@language': 'de' }, { '@value': 7 }, { ...german, '@type': 'Text' }])
      expect(found(pointer, value)).toEqual([`error value-format ${pointer}`])
    expect(found(pointer, [german, 7])).toEqual([`error value-format ${pointer}/1`])
  },
)

it('asks nothing of VCDM 1.1', () => {
  expect(ruleFindings(names, 'VerifiableCredential', changed(asVcdm11(otherCredential), '/name', 7))).toEqual([])
})
