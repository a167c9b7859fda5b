import { expect, it } from 'vitest'
import { identityObject } from '../identity/index.js'
import { achievementHierarchy } from './achievement-hierarchy.js'
import { caseAlignment } from './case-alignment.js'
import { ceasnAlignment } from './ceasn-alignment.js'
import { ctdlAlignment } from './ctdl-alignment.js'
import { InvalidCredentialError } from './invalid-credential-error.js'
import { result } from './result.js'
import { rsdAlignment } from './rsd-alignment.js'

it.each([caseAlignment, ceasnAlignment, ctdlAlignment, rsdAlignment])('%o refuses what is no node', (helper) => {
  const untyped = helper as (node: unknown) => unknown
  for (const node of [null, undefined, 7, [], { ctid: Symbol('x'), name: Symbol('x') }])
    expect(() => untyped(node)).toThrow(InvalidCredentialError)
})

it('refuses a reference to an object whose id is no text, at its place', () => {
  const circle: unknown[] = []
  circle.push(circle)
  for (const id of [circle, [{}], 7]) {
    try {
      result({ resultDescription: { id, name: 'Grade', resultType: 'LetterGrade' }, value: 'A' } as never)
      expect.unreachable()
    } catch (error) {
      expect((error as InvalidCredentialError).findings[0]?.pointer).toMatch(/^\/resultDescription(\/id|$)/)
    }
  }
})

it('refuses an identity that is none', () => {
  for (const input of [null, undefined, {}, { identity: 7, identityType: 'name' }])
    expect(() => identityObject(input as never)).toThrow(/identity/)
})

it('tells a long circle in few words, and no more than twenty', () => {
  const criteria = { narrative: 'As the catalogue says.' }
  const node = (id: number, parts: object[]): object => ({
    achievement: { id: `urn:example:${id}`, name: 'Part', description: 'A part.', criteria },
    parts,
  })
  const back = (): object => node(0, [])
  let chain = node(2000, [back()])
  for (let id = 1999; id >= 0; id--) chain = node(id, [chain, ...(id > 0 ? [back()] : [])])
  try {
    achievementHierarchy(chain as never)
    expect.unreachable()
  } catch (error) {
    const { findings, message } = error as InvalidCredentialError
    expect(findings.filter(({ code }) => code === 'association-cycle')).toHaveLength(20)
    expect(message.length).toBeLessThan(2_000_000)
  }
})
