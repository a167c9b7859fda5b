import { expectTypeOf, it } from 'vitest'
import type { CfAssociation, CfAssociationType, cfAssociationTypes } from './association.js'

it('the types of association are known by name, and others are texts', () => {
  expectTypeOf<(typeof cfAssociationTypes)[number]>().not.toEqualTypeOf<string>()
  expectTypeOf<'isChildOf'>().toExtend<(typeof cfAssociationTypes)[number]>()
  expectTypeOf<'isChildof'>().not.toExtend<(typeof cfAssociationTypes)[number]>()
  // An editor completes the members of a union that it can tell apart from text.
  expectTypeOf<CfAssociationType>().not.toEqualTypeOf<string>()
  expectTypeOf<string>().toExtend<CfAssociation['associationType']>()
})
