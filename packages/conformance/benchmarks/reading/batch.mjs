// A batch of transcripts of any size, made as it is read: nothing is written to a disk. The same number of megabytes is
// always the same bytes.

const chunkLength = 64 * 1024
const encoder = new TextEncoder()

const element = (name, content) => `<${name}>${content}</${name}>`
const titles = [
  'Algebra',
  'Statics',
  'Écriture',
  'Organic Chemistry',
  'Microeconomics',
  'Art & Society',
  'Thermodynamics',
]
const grades = ['A', 'A-', 'B+', 'B', 'C', 'D', 'F']

const course = (seed) => `
          <Course>
            <CourseCreditBasis>Regular</CourseCreditBasis>
            <CourseCreditUnits>Semester</CourseCreditUnits>
            <CourseCreditLevel>LowerDivision</CourseCreditLevel>
            <CourseCreditValue>${(seed % 4) + 1}.0</CourseCreditValue>
            <CourseCreditEarned>${(seed % 4) + 1}.0</CourseCreditEarned>
            <CourseAcademicGradeScaleCode>25</CourseAcademicGradeScaleCode>
            <CourseAcademicGrade>${grades[seed % grades.length]}</CourseAcademicGrade>
            <CourseCIPCode>27.0${seed % 10}01</CourseCIPCode>
            <CourseQualityPointsEarned>${(seed % 16) + 1}.0</CourseQualityPointsEarned>
            <CourseSubjectAbbreviation>SUBJ${seed % 13}</CourseSubjectAbbreviation>
            <CourseNumber>${100 + seed}</CourseNumber>
            <CourseTitle>${titles[seed % titles.length].replace('&', '&amp;')} ${seed}</CourseTitle>${
              seed % 5 === 0
                ? `\n            ${element('NoteMessage', `Taken at the evening school, group ${seed}`)}`
                : ''
            }
          </Course>`

const session = (seed) => `
        <AcademicSession>
          <AcademicSessionDetail>
            <SessionDesignator>20${10 + (seed % 10)}-09</SessionDesignator>
            <SessionName>Fall 20${10 + (seed % 10)}</SessionName>
            <SessionType>Semester</SessionType>
          </AcademicSessionDetail>
          <AcademicProgram>
            <ProgramCIPCode>14.1901</ProgramCIPCode>
            <AcademicProgramType>Major</AcademicProgramType>
            <AcademicProgramName>Mechanical Engineering</AcademicProgramName>
          </AcademicProgram>${Array.from({ length: 6 }, (_, index) => course(seed * 7 + index)).join('')}
          <AcademicSummary>
            <AcademicSummaryType>SenderOnly</AcademicSummaryType>
            <GPA>
              <CreditHoursAttempted>18.0</CreditHoursAttempted>
              <CreditHoursEarned>15.0</CreditHoursEarned>
              <GradePointAverage>3.${100 + seed}</GradePointAverage>
              <GPARangeMinimum>0.0</GPARangeMinimum>
              <GPARangeMaximum>4.0</GPARangeMaximum>
            </GPA>
          </AcademicSummary>
        </AcademicSession>`

const idLength = 12

/** What stands in front of the id of a transcript, and behind it. */
const frame = (seed) => [
  `\n    <ct:CollegeTranscript xmlns:ct="urn:org:pesc:message:CollegeTranscript:v1.8.0">
      <TransmissionData>
        <DocumentID>`,
  `</DocumentID>
        <CreatedDateTime>2026-05-17T09:00:00Z</CreatedDateTime>
        <Source><Organization><OPEID>00123400</OPEID><OrganizationName>Example University</OrganizationName></Organization></Source>
        <Destination><Organization><OrganizationName>Example College</OrganizationName></Organization></Destination>
      </TransmissionData>
      <Student>
        <Person>
          <SchoolAssignedPersonID>${1000 + seed}</SchoolAssignedPersonID>
          <Birth><BirthDate>2004-02-29</BirthDate></Birth>
          <Name><FirstName>José</FirstName><LastName>Sample</LastName></Name>
        </Person>
        <AcademicRecord>${Array.from({ length: 8 }, (_, index) => session(seed + index)).join('')}
        </AcademicRecord>
      </Student>
    </ct:CollegeTranscript>`,
]

/** Yields an AcademicRecordBatch of at least so many megabytes, in pieces as they come from a file. */
export async function* batch(megabytes) {
  const frames = Array.from({ length: 16 }, (_, seed) => frame(seed * 31).map((text) => encoder.encode(text)))
  const chunks = new Chunks()
  yield* chunks.add(
    encoder.encode(
      '<?xml version="1.0" encoding="UTF-8"?>\n<b:AcademicRecordBatch xmlns:b="urn:org:pesc:message:AcademicRecordBatch:v2.1.0">\n  <BatchContent>',
    ),
  )
  let length = 0
  for (let number = 0; length < megabytes * 1e6; number++) {
    const [head, tail] = frames[number % frames.length]
    const id = encoder.encode(String(number).padStart(idLength, '0'))
    for (const part of [head, id, tail]) {
      length += part.length
      yield* chunks.add(part)
    }
  }
  yield* chunks.add(encoder.encode('\n  </BatchContent>\n</b:AcademicRecordBatch>\n'))
  yield* chunks.end()
}

/** Cuts bytes into pieces of one length. */
class Chunks {
  #chunk = new Uint8Array(chunkLength)
  #length = 0;

  *add(bytes) {
    for (let start = 0; start < bytes.length; ) {
      const part = bytes.subarray(start, start + chunkLength - this.#length)
      this.#chunk.set(part, this.#length)
      this.#length += part.length
      start += part.length
      if (this.#length < chunkLength) continue
      yield this.#chunk
      this.#chunk = new Uint8Array(chunkLength)
      this.#length = 0
    }
  }

  *end() {
    yield this.#chunk.subarray(0, this.#length)
  }
}
