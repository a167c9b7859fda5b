// Enumerations: their terms and what each means. `extensible` ones also take terms that start with `ext:`.

export const enumerations = [
  {
    name: 'AchievementType',
    specification: 'ob',
    extensible: true,
    meaning: 'Kind of achievement.',
    terms: `
      Achievement                | Something accomplished that no other term describes better.
      ApprenticeshipCertificate  | Certificate for a completed apprenticeship: paid work with instruction in an occupation.
      Assessment                 | Examination, test or other measurement of what a learner knows or can do.
      Assignment                 | Task within a course or programme.
      AssociateDegree            | Degree of about two years of study after secondary school.
      Award                      | Honour or prize.
      Badge                      | Visible token of an accomplishment.
      BachelorDegree             | Degree of about three to five years of study after secondary school.
      Certificate                | Certificate for a set of requirements met, without a renewal.
      CertificateOfCompletion    | Certificate for having finished an activity, whatever the performance.
      Certification              | Time-limited, renewable proof of competence from an independent body.
      CommunityService           | Voluntary work for a community.
      Competency                 | Ability, knowledge or skill that can be shown.
      Course                     | Unit of teaching with aims, content and usually a grade or credits.
      CoCurricular               | Activity beside the curriculum that supports learning.
      Degree                     | Academic degree of no particular level.
      Diploma                    | Award of an institution for a finished programme, often below a degree.
      DoctoralDegree             | Highest academic degree.
      Fieldwork                  | Supervised practice outside the classroom.
      GeneralEducationDevelopment | Credential by examination equal to secondary school (GED).
      JourneymanCertificate      | Certificate of a fully qualified worker in a trade.
      LearningProgram            | Set of activities that leads to a learning goal.
      License                    | Permission, given by an authority, to practise.
      Membership                 | Standing as a member of an organization.
      ProfessionalDoctorate      | Doctorate for professional practice.
      QualityAssuranceCredential | Statement that an organization or programme meets quality standards.
      MasterCertificate          | Certificate of the highest level in a trade.
      MasterDegree               | Degree of one to three years after a bachelor degree.
      MicroCredential            | Small credential for a limited set of learning outcomes.
      ResearchDoctorate          | Doctorate for original research.
      SecondarySchoolDiploma     | Diploma of a finished secondary school.
    `,
  },
  {
    name: 'AlignmentTargetType',
    specification: 'ob',
    extensible: true,
    meaning: 'Kind of node that an alignment points to.',
    terms: `
      ceasn:Competency       | Competency in the CTDL-ASN vocabulary.
      ceterms:Credential     | Credential in the CTDL vocabulary.
      CFItem                 | Item of a CASE framework.
      CFRubric               | Rubric of a CASE framework.
      CFRubricCriterion      | Criterion of a CASE rubric.
      CFRubricCriterionLevel | Level of a criterion of a CASE rubric.
      CTDL                   | Any other node described with CTDL.
    `,
  },
  {
    name: 'IdentifierTypeEnum',
    specification: 'ob',
    extensible: true,
    meaning: 'Kind of identifier.',
    terms: `
      name                   | Name of a person or organization.
      sourcedId              | Identifier in the system the data came from.
      systemId               | Identifier within a system.
      productId              | Identifier of a product.
      userName               | Name a user logs in with.
      accountId              | Identifier of an account.
      emailAddress           | E-mail address.
      nationalIdentityNumber | Identity number given by a state.
      isbn                   | International Standard Book Number.
      issn                   | International Standard Serial Number.
      lisSourcedId           | sourcedId of Learning Information Services.
      oneRosterSourcedId     | sourcedId of OneRoster.
      sisSourcedId           | sourcedId of a student information system.
      ltiContextId           | Context identifier of LTI.
      ltiDeploymentId        | Deployment identifier of LTI.
      ltiToolId              | Tool identifier of LTI.
      ltiPlatformId          | Platform identifier of LTI.
      ltiUserId              | User identifier of LTI.
      identifier             | Identifier of any other kind.
    `,
  },
  {
    name: 'ResultType',
    specification: 'ob',
    extensible: true,
    meaning: 'Kind of result that a description describes.',
    terms: `
      GradePointAverage    | Average of grade points.
      LetterGrade          | Grade as a letter, with or without a sign.
      Percent              | Share of what was possible, from 0 to 100.
      PerformanceLevel     | Named level of performance.
      PredictedScore       | Score expected before the performance.
      RawScore             | Score before any scaling.
      Result               | Result of no other kind.
      RubricCriterion      | Criterion of a rubric, with its levels.
      RubricCriterionLevel | One level of a rubric's criterion.
      RubricScore          | Score over a whole rubric.
      ScaledScore          | Score after scaling.
      Status               | How far the achievement has come; see ResultStatusType.
    `,
  },
  {
    name: 'ResultStatusType',
    specification: 'ob',
    meaning: 'How far a learner has come. Without a result of this kind an achievement counts as completed.',
    terms: `
      Completed   | Finished with success.
      Enrolled    | Admitted, not begun.
      Failed      | Finished without success.
      InProgress  | Begun, not finished.
      OnHold      | Paused.
      Provisional | Finished, not yet confirmed.
      Withdrew    | Ended by the learner before the end.
    `,
  },
  {
    name: 'AssociationType',
    specification: 'clr',
    meaning: 'How the source of an association relates to its target.',
    terms: `
      exactMatchOf | The source is the same as the target.
      isChildOf    | The source stands below the target.
      isParentOf   | The source stands above the target.
      isPartOf     | The source is a part of the target.
      isPeerOf     | The source stands beside the target.
      isRelatedTo  | The source has something to do with the target.
      precedes     | The source comes before the target.
      replacedBy   | The target takes the place of the source.
    `,
  },
]
