// A short PESC College Transcript: one term, two courses.

/** Parts of the transcript that a test replaces. */
interface SampleParts {
  readonly root?: string
  readonly prolog?: string
}

/** Returns the transcript as XML. */
export function sampleTranscript({ root = 'CollegeTranscript', prolog = '' }: SampleParts = {}): string {
  return `<?xml version="1.0" encoding="UTF-8"?>${prolog}
<ct:${root} xmlns:ct="urn:org:pesc:message:CollegeTranscript:v1.8.0">
  <TransmissionData>
    <DocumentID>EXAMPLE-1</DocumentID>
    <CreatedDateTime>2026-05-20T10:00:00Z</CreatedDateTime>
    <DocumentTypeCode>StudentRequest</DocumentTypeCode>
    <TransmissionType>Original</TransmissionType>
    <Source><Organization><OPEID>00999900</OPEID><OrganizationName>Example University</OrganizationName></Organization></Source>
    <Destination><Organization><OrganizationName>Example College</OrganizationName></Organization></Destination>
  </TransmissionData>
  <Student>
    <Person>
      <SchoolAssignedPersonID>S-1</SchoolAssignedPersonID>
      <SSN>000000000</SSN>
      <Name><FirstName>Canary</FirstName><LastName>Learner</LastName></Name>
    </Person>
    <AcademicRecord>
      <AcademicSession>
        <AcademicSessionDetail>
          <SessionDesignator>2025-09</SessionDesignator>
          <SessionName>Fall 2025</SessionName>
        </AcademicSessionDetail>
        ${course('101', 'Calculus I', 'A')}
        ${course('102', 'Calculus II', 'B')}
      </AcademicSession>
    </AcademicRecord>
  </Student>
</ct:${root}>
`
}

const course = (number: string, title: string, grade: string): string => `<Course>
          <CourseCreditBasis>Regular</CourseCreditBasis>
          <CourseCreditUnits>Semester</CourseCreditUnits>
          <CourseCreditValue>4</CourseCreditValue>
          <CourseCreditEarned>4</CourseCreditEarned>
          <CourseAcademicGrade>${grade}</CourseAcademicGrade>
          <CourseSubjectAbbreviation>MATH</CourseSubjectAbbreviation>
          <CourseNumber>${number}</CourseNumber>
          <CourseTitle>${title}</CourseTitle>
        </Course>`
