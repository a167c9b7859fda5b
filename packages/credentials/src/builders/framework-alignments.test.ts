import { describe, expect, it } from 'vitest'
import { validateSchema } from '../validate/index.js'
import { caseAlignment, ceasnAlignment, ctdlAlignment, rsdAlignment } from './index.js'

const identifier = '5b2c0f0a-6c1e-4d8e-9a53-0d1f7d0a4b11'
const item = {
  identifier,
  uri: `https://frameworks.example/ims/case/v1p1/CFItems/${identifier}`,
  fullStatement: 'Solve quadratic equations.',
  humanCodingScheme: 'ALG.4',
  notes: 'In one variable.',
  CFDocumentURI: { title: 'State standards', identifier, uri: 'https://frameworks.example' },
}
const ctid = 'ce-0a5e6f3c-2b7d-4f3c-8d11-3c5a9e7f1b20'
const another = 'ce-6c1f4e0d-93a2-4b7c-a1de-52f08b3d7e94'
const registered = `https://credentialengineregistry.org/resources/${ctid}`
const nursing = { ctid, name: 'Nursing', description: 'A degree.' }
const inequalities = { ctid, competencyText: 'Solve and graph linear inequalities.' }
const skill = {
  id: 'https://skills.example/api/skills/7c9e2a54-1f0b-4b6d-8a3e-d2c45f6b9013',
  skillName: 'Troubleshooting',
  skillStatement: 'Find the cause of a failing connection.',
}

/** Where a helper sees something wrong. */
const pointers = (call: () => unknown): string[] => {
  try {
    call()
  } catch (error) {
    expect(error).toMatchObject({ code: 'ERR_INVALID_CREDENTIAL' })
    return (error as { findings: { pointer: string }[] }).findings.map(({ pointer }) => pointer)
  }
  return []
}

describe('caseAlignment', () => {
  it('reads an item as a CASE server gives it', () => {
    expect(caseAlignment(item)).toEqual({
      type: ['Alignment'],
      targetType: 'CFItem',
      targetName: 'Solve quadratic equations.',
      targetUrl: item.uri,
      targetCode: identifier,
      targetDescription: 'In one variable.',
      targetFramework: 'State standards',
    })
  })

  it('takes another name of the framework, and the code that people use', () => {
    const options = { framework: 'Mathematics', targetCode: 'humanCodingScheme' } as const
    expect(caseAlignment(item, options)).toMatchObject({ targetFramework: 'Mathematics', targetCode: 'ALG.4' })
    expect(caseAlignment({ ...item, humanCodingScheme: null }, options)).not.toHaveProperty('targetCode')
    expect(caseAlignment({ ...item, CFDocumentURI: undefined })).not.toHaveProperty('targetFramework')
  })

  it('refuses an item without GUID, web address or statement', () => {
    const uri = `local:${identifier}`
    expect(pointers(() => caseAlignment({ identifier: 'ALG.4', uri, fullStatement: ' ' }))).toEqual([
      '/identifier',
      '/uri',
      '/fullStatement',
    ])
    expect(pointers(() => caseAlignment({} as never))).toEqual(['/identifier', '/uri', '/fullStatement'])
  })
})

describe('ctdlAlignment', () => {
  it('points to the registry', () => {
    expect(ctdlAlignment(nursing, { framework: 'Catalogue' })).toEqual({
      type: ['Alignment'],
      targetType: 'ceterms:Credential',
      targetName: 'Nursing',
      targetUrl: registered,
      targetCode: ctid,
      targetDescription: 'A degree.',
      targetFramework: 'Catalogue',
    })
  })

  it('points elsewhere when told to, but not to another credential', () => {
    const url = `https://credentialfinder.example/credential/${ctid}`
    expect(ctdlAlignment({ ...nursing, url }).targetUrl).toBe(url)
    expect(ctdlAlignment({ ...nursing, url: 'https://university.example/bsn' }).targetCode).toBe(ctid)
    for (const wrong of [`https://credentialfinder.example/${another}`, `${registered}/${another}`, 'finder', ''])
      expect(pointers(() => ctdlAlignment({ ...nursing, url: wrong }))).toEqual(['/url'])
  })

  it('refuses what is no CTID', () => {
    for (const wrong of [ctid.slice(3), ctid.toUpperCase(), `${ctid} `, `${ctid}0`, 'ce-', 7 as never])
      expect(pointers(() => ctdlAlignment({ ...nursing, ctid: wrong, url: 'https://u.example' }))).toEqual(['/ctid'])
  })
})

describe('ceasnAlignment', () => {
  it('names the competency by its label, or by its text', () => {
    expect(ceasnAlignment(inequalities, { framework: 'Finite mathematics' })).toEqual({
      type: ['Alignment'],
      targetType: 'ceasn:Competency',
      targetName: 'Solve and graph linear inequalities.',
      targetUrl: registered,
      targetCode: ctid,
      targetFramework: 'Finite mathematics',
    })
    expect(ceasnAlignment({ ...inequalities, competencyLabel: 'Inequalities' })).toMatchObject({
      targetName: 'Inequalities',
      targetDescription: 'Solve and graph linear inequalities.',
    })
  })

  it('refuses what is no CTID, and an empty text', () => {
    expect(pointers(() => ceasnAlignment({ ctid: 'ce-1', competencyText: '' }))).toEqual(['/ctid', '/competencyText'])
  })
})

describe('rsdAlignment', () => {
  it('says that it is a rich skill descriptor', () => {
    expect(rsdAlignment(skill, { collection: 'IT support' })).toEqual({
      type: ['Alignment'],
      targetType: 'ext:RichSkillDescriptor',
      targetName: 'Troubleshooting',
      targetUrl: skill.id,
      targetDescription: 'Find the cause of a failing connection.',
      targetFramework: 'IT support',
    })
  })

  it('refuses a descriptor without web address, name or statement', () => {
    expect(pointers(() => rsdAlignment({ id: skill.id.slice(8), skillName: '', skillStatement: '' }))).toEqual([
      '/id',
      '/skillName',
      '/skillStatement',
    ])
  })
})

it('alignments fit the schema', () => {
  for (const each of [caseAlignment(item), ctdlAlignment(nursing), ceasnAlignment(inequalities), rsdAlignment(skill)])
    expect(validateSchema(each, 'Alignment')).toEqual([])
})
