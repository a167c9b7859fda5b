import { parseCasePackage, serializeCasePackage } from '@testamur/adapters/case'
import * as fc from 'fast-check'
import { expect, it } from 'vitest'
import { anyCasePackage, wellFormedCasePackage } from '../../adapters/test/case-arbitrary.js'
import { caseSchemaErrors } from '../case-schema.js'
import { describeWithReference } from '../reference.js'

const runs = { numRuns: Number(process.env['TESTAMUR_RUNS'] ?? 100) }

describeWithReference('any CASE package', () => {
  const errorsOf = caseSchemaErrors()

  /** What the schema refuses of a package as it is written, and no problem says. */
  const silentErrors = (source: object): unknown[] => {
    const { document, problems } = serializeCasePackage(parseCasePackage(source).package)
    return errorsOf(document).filter((error) => !problems.some(({ pointer }) => error.startsWith(`${pointer} `)))
  }

  it('is valid by the official schema of 1.1 when it is written again, but for what the problems name', () => {
    fc.assert(
      fc.property(anyCasePackage, (source) => {
        expect(silentErrors(source)).toEqual([])
      }),
      runs,
    )
  })

  it('without problems in reading is valid when it is written again', () => {
    fc.assert(
      fc.property(wellFormedCasePackage, (source) => {
        const read = parseCasePackage(source)
        expect(read.problems).toEqual([])
        const { document, problems } = serializeCasePackage(read.package)
        expect(problems).toEqual([])
        expect(errorsOf(document)).toEqual([])
      }),
      runs,
    )
  })
})
