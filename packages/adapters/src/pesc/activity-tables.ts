import type { ExtracurricularActivity, StudentActivities } from '../transcript/index.js'
import { type ElementTable, elementTable, nodesFrom } from './element-table.js'
import { additionalTable } from './record-tables.js'

// Elements of what a learner did outside lessons. Two names are misspelt in the schemas themselves.

export const activityTable: ElementTable<ExtracurricularActivity> = elementTable<ExtracurricularActivity>({
  code: 'StudentActivityCode',
  description: 'StudentActivityDescription',
  gradeLevel: 'StudentActivityGradeLevel',
  beginYearMonth: 'YearMonthBegin',
  endYearMonth: 'YearMonthEnd',
  years: 'NumberOfYears',
  weeklyHours: 'WeeklyHours',
  yearlyWeeks: 'YearlyWeeks',
  recognitions: 'StudentActivtyRecognitions',
  scope: 'StudentActivityScopeCode',
  organization: 'OrganizationName',
  leadershipPosition: 'LeadershipPosition',
  leadershipCharacteristic: 'LeadershipCharacteristicCode',
  notes: ['NoteMessage'],
})

/** A `StudentActivities`. */
export const activitiesTable: ElementTable<StudentActivities> = elementTable<StudentActivities>(
  {},
  {
    achievements: nodesFrom(['AdditionalStudentAchievements', additionalTable]),
    extracurricular: nodesFrom(['ExtracurricularActivitity', activityTable]),
  },
)
