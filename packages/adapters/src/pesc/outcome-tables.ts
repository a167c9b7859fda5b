import type { FrameworkOutcome, LearningOutcome, OutcomeAssessment, OutcomeFramework } from '../transcript/index.js'
import { type ElementTable, elementTable, nodeFrom, nodesFrom } from './element-table.js'
import { webAddressTable } from './organization-tables.js'

// Elements of what learners can do after a course or programme.

export const assessmentTable: ElementTable<OutcomeAssessment> = elementTable<OutcomeAssessment>({
  skillCode: 'LearningOutcomeSkillCode',
  proficiencyCode: 'LearningOutcomeProficiencyCode',
})

export const frameworkOutcomeTable: ElementTable<FrameworkOutcome> = elementTable<FrameworkOutcome>({
  id: 'FrameworkOutcomeId',
  statement: 'FrameworkOutcomeValue',
})

export const frameworkTable: ElementTable<OutcomeFramework> = elementTable<OutcomeFramework>(
  {},
  {
    source: nodeFrom('FrameworkSourceReference', webAddressTable),
    outcomes: nodesFrom(['FrameworkOutcome', frameworkOutcomeTable]),
  },
)

/** A `LearningOutcome`. */
export const outcomeTable: ElementTable<LearningOutcome> = elementTable<LearningOutcome>(
  {
    description: 'LearningOutcomeDescription',
  },
  {
    assessments: nodesFrom(['LearningOutcomeQualificationAssessment', assessmentTable]),
    frameworks: nodesFrom(['AlternateOutcomeFramework', frameworkTable]),
  },
)
