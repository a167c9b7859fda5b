import type { AchievementType } from '@testamur/credentials'

/** Levels of each achievement type. `B…` are secondary schools, codes with a dot colleges, the others IPEDS. */
const levels = {
  SecondarySchoolDiploma: ['B18', 'B19', 'B20', 'B21', 'B25', 'B26', 'B27', 'FrenchBaccalaureate'],
  GeneralEducationDevelopment: ['B24'],
  CertificateOfCompletion: ['B22', 'B23', '1.1', '1.2', '1.3', '1.4', '1.5'],
  Certificate: ['2.0', '2.1', '2.2', '2.6', '2.7', '4.1', '1', '2', '4', '6', '8', '11'],
  Diploma: ['CEGEP'],
  AssociateDegree: ['2.3', '3'],
  BachelorDegree: ['2.4', '2.5', '5'],
  MasterDegree: ['4.2', '7'],
  ProfessionalDoctorate: ['3.1', '10', '18'],
  ResearchDoctorate: ['17'],
  DoctoralDegree: ['4.4', '9', '19'],
  Degree: ['3.2', '4.3'],
} as const satisfies Partial<Record<AchievementType, readonly string[]>>

const typeByLevel: ReadonlyMap<string, AchievementType> = new Map(
  Object.entries(levels).flatMap(([type, codes]) => codes.map((code) => [code, type as AchievementType])),
)

/**
 * Returns the achievement type of an award. Level codes are compared as strings: PESC mixes three systems, in which
 * `2.4` is a bachelor's degree and `4` a certificate of two to four years. Where a level covers both, the title tells a
 * diploma from a certificate. An unknown level is an `Achievement`.
 */
export function awardType(level: string | undefined, title: string | undefined): AchievementType {
  const type = typeByLevel.get(level ?? '') ?? 'Achievement'
  return type === 'Certificate' && /\bdipl[oô]m/i.test(title ?? '') ? 'Diploma' : type
}
