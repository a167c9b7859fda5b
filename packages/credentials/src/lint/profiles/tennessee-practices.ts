import type { LintPractice } from '../interface.js'

/**
 * An example of a list of practices, and not the official one: the high-impact practices of the Tennessee Board of
 * Regents that public pages name (tbr.edu/node/133293, aacu.org/leap-state-tennessee; the list of 2023 has 13), and the
 * levels of service learning as Chattanooga State Community College codes them
 * (chattanoogastate.edu/hips-service-learning-page). Put your own list in its place.
 */
export const tennesseePractices: readonly LintPractice[] = [
  { name: 'First-year seminar', tags: [] },
  {
    name: 'Service learning',
    tags: ['WSL'],
    levels: [
      { tag: 'WSL1', title: 'service learning of under 10 hours', hours: { max: 9 } },
      { tag: 'WSL2', title: 'service learning of 10 to 19 hours', hours: { min: 10, max: 19 } },
      { tag: 'WSL3', title: 'service learning of 20 hours and more', hours: { min: 20 } },
    ],
    achievementTypes: ['CoCurricular', 'CommunityService', 'Course', 'Fieldwork'],
  },
  { name: 'Study abroad', tags: [] },
  { name: 'Undergraduate research', tags: [] },
  { name: 'Learning communities', tags: [] },
  { name: 'Work-based learning', tags: [] },
  { name: 'Honors', tags: [] },
]
