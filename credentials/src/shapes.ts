// Tables the classes of Open Badges 3.0: each property's kind, how many, whether it must be there.

type SimpleKind =
  | 'text'
  | 'langtext'
  | 'language'
  | 'uri'
  | 'jws'
  | 'instant'
  | 'date'
  | 'number'
  | 'boolean'
  | 'object'
export type Kind = SimpleKind | ShapeName

export interface Property {
  readonly kind: Kind
  readonly required?: true
  /** May be written as an array. */
  readonly many?: true
  /** The standard's values; others are allowed only as `ext:…`, and not even so when the list is final. */
  readonly values?: readonly string[]
  readonly isFinal?: true
}

export interface Shape {
  /** The value that `type` must contain. */
  readonly type?: string
  /** `type` must be exactly that one text. */
  readonly exactType?: true
  /** No other property may be present. */
  readonly closed?: true
  readonly properties: Readonly<Record<string, Property>>
}

export type ShapeName =
  | 'AchievementCredentialFields'
  | 'AchievementSubject'
  | 'Achievement'
  | 'Criteria'
  | 'Alignment'
  | 'ResultDescription'
  | 'RubricCriterionLevel'
  | 'Result'
  | 'Evidence'
  | 'IdentityObject'
  | 'IdentifierEntry'
  | 'Image'
  | 'Profile'
  | 'Address'
  | 'GeoCoordinates'
  | 'Related'
  | 'EndorsementSubject'
  | 'ClrSubject'
  | 'Association'

export const IDENTITY_TYPES = [
  ...[
    'name',
    'sourcedId',
    'systemId',
    'productId',
    'userName',
    'accountId',
    'emailAddress',
    'nationalIdentityNumber',
    'isbn',
    'issn',
  ],
  ...[
    'lisSourcedId',
    'oneRosterSourcedId',
    'sisSourcedId',
    'ltiContextId',
    'ltiDeploymentId',
    'ltiToolId',
    'ltiPlatformId',
  ],
  ...['ltiUserId', 'identifier'],
]

export const ACHIEVEMENT_TYPES = [
  ...[
    'Achievement',
    'ApprenticeshipCertificate',
    'Assessment',
    'Assignment',
    'AssociateDegree',
    'Award',
    'Badge',
    'BachelorDegree',
  ],
  ...[
    'Certificate',
    'CertificateOfCompletion',
    'Certification',
    'CommunityService',
    'Competency',
    'Course',
    'CoCurricular',
    'Degree',
  ],
  ...[
    'Diploma',
    'DoctoralDegree',
    'Fieldwork',
    'GeneralEducationDevelopment',
    'JourneymanCertificate',
    'LearningProgram',
    'License',
  ],
  ...[
    'Membership',
    'ProfessionalDoctorate',
    'QualityAssuranceCredential',
    'MasterCertificate',
    'MasterDegree',
    'MicroCredential',
  ],
  ...['ResearchDoctorate', 'SecondarySchoolDiploma'],
]

const ALIGNMENT_TARGET_TYPES = [
  ...[
    'ceasn:Competency',
    'ceterms:Credential',
    'CFItem',
    'CFRubric',
    'CFRubricCriterion',
    'CFRubricCriterionLevel',
    'CTDL',
  ],
]

const RESULT_TYPES = [
  ...[
    'GradePointAverage',
    'LetterGrade',
    'Percent',
    'PerformanceLevel',
    'PredictedScore',
    'RawScore',
    'Result',
    'RubricCriterion',
  ],
  ...['RubricCriterionLevel', 'RubricScore', 'ScaledScore', 'Status'],
]

const RESULT_STATUSES = ['Completed', 'Enrolled', 'Failed', 'InProgress', 'OnHold', 'Provisional', 'Withdrew']

const ASSOCIATION_TYPES = [
  ...['exactMatchOf', 'isChildOf', 'isParentOf', 'isPartOf', 'isPeerOf', 'isRelatedTo', 'precedes', 'replacedBy'],
]

const text: Property = { kind: 'text' }
const uri: Property = { kind: 'uri' }
const number: Property = { kind: 'number' }
const instant: Property = { kind: 'instant' }
const language: Property = { kind: 'language' }
const must = (property: Property): Property => ({ ...property, required: true })
const many = (property: Property): Property => ({ ...property, many: true })
const one = (kind: Kind): Property => ({ kind })

const PERSON_NAMES: Readonly<Record<string, Property>> = {
  familyName: text,
  givenName: text,
  additionalName: text,
  patronymicName: text,
  honorificPrefix: text,
  honorificSuffix: text,
  familyNamePrefix: text,
}

export const SHAPES: Readonly<Record<ShapeName, Shape>> = {
  AchievementCredentialFields: {
    properties: {
      awardedDate: instant,
      image: one('Image'),
      evidence: many(one('Evidence')),
      endorsement: many(one('object')),
      endorsementJwt: many(one('jws')),
      credentialSubject: must(one('AchievementSubject')),
    },
  },
  AchievementSubject: {
    type: 'AchievementSubject',
    properties: {
      id: uri,
      achievement: must(one('Achievement')),
      activityStartDate: instant,
      activityEndDate: instant,
      creditsEarned: number,
      identifier: many(one('IdentityObject')),
      image: one('Image'),
      licenseNumber: text,
      narrative: text,
      result: many(one('Result')),
      role: text,
      source: one('Profile'),
      term: text,
    },
  },
  Achievement: {
    type: 'Achievement',
    properties: {
      id: must(uri),
      name: must(text),
      description: must(text),
      criteria: must(one('Criteria')),
      alignment: many(one('Alignment')),
      achievementType: { kind: 'text', values: ACHIEVEMENT_TYPES },
      creator: one('Profile'),
      creditsAvailable: number,
      endorsement: many(one('object')),
      endorsementJwt: many(one('jws')),
      fieldOfStudy: text,
      humanCode: text,
      image: one('Image'),
      inLanguage: language,
      otherIdentifier: many(one('IdentifierEntry')),
      related: many(one('Related')),
      resultDescription: many(one('ResultDescription')),
      specialization: text,
      tag: many(text),
      version: text,
    },
  },
  Criteria: { properties: { id: uri, narrative: text } },
  Alignment: {
    type: 'Alignment',
    properties: {
      targetName: must(text),
      targetUrl: must(uri),
      targetCode: text,
      targetDescription: text,
      targetFramework: text,
      targetType: { kind: 'text', values: ALIGNMENT_TARGET_TYPES },
    },
  },
  ResultDescription: {
    type: 'ResultDescription',
    properties: {
      id: must(uri),
      name: must(text),
      resultType: must({ kind: 'text', values: RESULT_TYPES }),
      alignment: many(one('Alignment')),
      allowedValue: many(text),
      requiredLevel: uri,
      requiredValue: text,
      rubricCriterionLevel: many(one('RubricCriterionLevel')),
      valueMax: text,
      valueMin: text,
    },
  },
  RubricCriterionLevel: {
    type: 'RubricCriterionLevel',
    properties: {
      id: must(uri),
      name: must(text),
      alignment: many(one('Alignment')),
      description: text,
      level: text,
      points: text,
    },
  },
  Result: {
    type: 'Result',
    properties: {
      achievedLevel: uri,
      alignment: many(one('Alignment')),
      resultDescription: uri,
      status: { kind: 'text', values: RESULT_STATUSES, isFinal: true },
      value: text,
    },
  },
  Evidence: {
    type: 'Evidence',
    properties: { id: uri, name: text, narrative: text, description: text, genre: text, audience: text },
  },
  IdentityObject: {
    type: 'IdentityObject',
    exactType: true,
    closed: true,
    properties: {
      hashed: must(one('boolean')),
      identityHash: must(text),
      identityType: must({ kind: 'text', values: IDENTITY_TYPES }),
      salt: text,
    },
  },
  IdentifierEntry: {
    type: 'IdentifierEntry',
    exactType: true,
    closed: true,
    properties: { identifier: must(text), identifierType: must({ kind: 'text', values: IDENTITY_TYPES }) },
  },
  Image: { type: 'Image', exactType: true, closed: true, properties: { id: must(uri), caption: text } },
  Profile: {
    type: 'Profile',
    properties: {
      id: must(uri),
      name: text,
      url: uri,
      phone: text,
      email: text,
      description: text,
      image: one('Image'),
      otherIdentifier: many(one('IdentifierEntry')),
      official: text,
      parentOrg: one('Profile'),
      endorsement: many(one('object')),
      endorsementJwt: many(one('jws')),
      address: one('Address'),
      ...PERSON_NAMES,
      dateOfBirth: one('date'),
    },
  },
  Address: {
    type: 'Address',
    properties: {
      addressCountry: text,
      addressCountryCode: text,
      addressRegion: text,
      addressLocality: text,
      streetAddress: text,
      postOfficeBoxNumber: text,
      postalCode: text,
      geo: one('GeoCoordinates'),
    },
  },
  GeoCoordinates: {
    type: 'GeoCoordinates',
    exactType: true,
    properties: { latitude: must(number), longitude: must(number) },
  },
  Related: { type: 'Related', properties: { id: must(uri), inLanguage: language, version: text } },
  EndorsementSubject: { type: 'EndorsementSubject', properties: { id: must(uri), endorsementComment: text } },
  ClrSubject: {
    type: 'ClrSubject',
    properties: {
      id: uri,
      identifier: many(one('IdentityObject')),
      achievement: many(one('Achievement')),
      verifiableCredential: must(many(one('object'))),
      association: many(one('Association')),
    },
  },
  Association: {
    type: 'Association',
    exactType: true,
    closed: true,
    properties: {
      associationType: must({ kind: 'text', values: ASSOCIATION_TYPES, isFinal: true }),
      sourceId: must(uri),
      targetId: must(uri),
    },
  },
}
