import { expect, it } from 'vitest'
import { awardType } from './award-type.js'

it.each([
  ['2.4', 'BachelorDegree'],
  ['4', 'Certificate'],
  ['5', 'BachelorDegree'],
  ['2.5', 'BachelorDegree'],
  ['4.2', 'MasterDegree'],
  ['7', 'MasterDegree'],
  ['2.3', 'AssociateDegree'],
  ['3', 'AssociateDegree'],
  ['3.1', 'ProfessionalDoctorate'],
  ['4.4', 'DoctoralDegree'],
  ['17', 'ResearchDoctorate'],
  ['18', 'ProfessionalDoctorate'],
  ['1.1', 'CertificateOfCompletion'],
  ['1', 'Certificate'],
  ['B18', 'SecondarySchoolDiploma'],
  ['B24', 'GeneralEducationDevelopment'],
  // A number would be equal to 2.4; a level is not a number.
  ['2.40', 'Achievement'],
  ['02.4', 'Achievement'],
  ['0.0', 'Achievement'],
  ['B17', 'Achievement'],
])('level %s is a %s', (level, type) => {
  expect(awardType(level, 'Anything')).toBe(type)
})

it('lets the title tell a diploma from a certificate, and nothing else', () => {
  expect(awardType('2.2', 'Advanced Diploma in Nursing')).toBe('Diploma')
  expect(awardType('2.2', 'Diplôme')).toBe('Diploma')
  expect(awardType('2.4', 'Diploma')).toBe('BachelorDegree')
  expect(awardType(undefined, 'Bachelor of Arts')).toBe('Achievement')
})
