// Changes a signed record as a forger would.

/**
 * Returns the text of a signed record with the worst letter grade made an A, and what was changed: the course, its
 * credential's JSON Pointer, and the line before and after.
 */
export function betterGrade(signed) {
  const record = JSON.parse(signed)
  const graded = record.credentialSubject.verifiableCredential.flatMap((credential, index) =>
    letterGradesOf(credential).map((grade) => ({
      grade,
      index,
      achievement: credential.credentialSubject.achievement,
    })),
  )
  const worst = graded.reduce((a, b) => (b.grade.value[0] > a.grade.value[0] ? b : a))
  worst.grade.value = 'A'

  const text = `${JSON.stringify(record, undefined, 2)}\n`
  const [before, after] = [signed, text].map((version) => version.split('\n'))
  const changed = after.flatMap((line, index) => (line === before[index] ? [] : [index]))
  return {
    text,
    course: `${worst.achievement.name} (${worst.achievement.humanCode})`,
    pointer: `/credentialSubject/verifiableCredential/${worst.index}`,
    line: changed[0] + 1,
    before: before[changed[0]].trim(),
    after: after[changed[0]].trim(),
    changedLines: before.length === after.length ? changed.length : Number.POSITIVE_INFINITY,
  }
}

/** Grades from A to F; a P for pass is no letter that can be made better. */
function letterGradesOf({ credentialSubject: { achievement, result = [] } }) {
  const descriptions = achievement.resultDescription ?? []
  const letters = new Set(descriptions.filter(({ resultType }) => resultType === 'LetterGrade').map(({ id }) => id))
  return result.filter(({ resultDescription, value }) => letters.has(resultDescription) && /^[A-F]/.test(value))
}
