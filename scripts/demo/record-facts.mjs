// What a learner record says, counted in the record itself.

/** Returns the facts of a record that was made from a transcript: as counts, and as rows for a person. */
export function recordFacts({ credentialSubject }) {
  const credentials = credentialSubject.verifiableCredential.map((credential) => credential.credentialSubject)
  const ofType = (type) => credentials.filter(({ achievement }) => achievement.achievementType === type)
  const courses = ofType('Course')
  const terms = [...new Set(courses.flatMap(({ term }) => term ?? []))]
  const credits = courses.reduce((sum, { creditsEarned = 0 }) => sum + creditsEarned, 0)
  const degrees = ofType('BachelorDegree')
  const programs = (kind) =>
    ofType('LearningProgram').filter(({ achievement }) => achievement.tag?.includes(`pesc:AcademicProgramType=${kind}`))
  const [majors, minors] = [programs('Major'), programs('Minor')]
  const averages = credentials.filter((subject) => resultOf(subject, 'Grade point average') !== undefined)
  const transferred = courses.filter((course) => resultOf(course, 'School override') === 'Transfer')
  const repeated = courses.filter((course) => resultOf(course, 'Repeat code') !== undefined)

  return {
    counts: {
      credentials: credentials.length,
      terms: terms.length,
      courses: courses.length,
      credits,
      averages: averages.length,
      degrees: degrees.length,
      majors: majors.length,
      minors: minors.length,
      transferred: transferred.length,
      repeated: repeated.length,
    },
    rows: [
      ['terms', `${terms.length}, from ${terms[0]} to ${terms.at(-1)}`],
      [
        'courses',
        `${courses.length}, of them ${transferred.length} by transfer and ${repeated.length} attempts at a repeated course`,
      ],
      ['credits', `${credits} earned`],
      ['averages', averages.map(averageText).join('; ')],
      ['degree', names(degrees)],
      ['major', names(majors)],
      ['minor', names(minors)],
    ],
  }
}

/** The value of the result with this name, as its achievement describes it. */
export function resultOf({ achievement, result = [] }, name) {
  const description = achievement.resultDescription?.find((one) => one.name === name)
  return result.find(({ resultDescription }) => resultDescription === description?.id)?.value
}

const averageText = (subject) =>
  `${resultOf(subject, 'Grade point average')} (${subject.achievement.name.split(': ').at(-1)})`

const names = (subjects) => subjects.map(({ achievement }) => achievement.name).join(', ')
