// Makes the benchmark's credentials from a seed: three shapes, four locales, the same on every machine.

import { hash } from 'node:crypto'
import {
  type CredentialParts,
  composeCredential,
  type IdentityObject,
  type JsonObject,
  type UnsignedCredential,
} from '../credentials/src/index.ts'

export const DID = 'did:web:bench.example:i:hanbit'
export const CREATED = '2026-11-23T03:00:00Z'
export const HOLE_SETS = 4_096

const ORIGIN = 'https://bench.example'
const NAMES = [
  ['김하늘', '이바다', '남궁가온', '황보솔'],
  ['Alexandra Konstantinopoulou', 'Jo Li', "Sinéad O'Connor", 'Ann Smith'],
  ['Nguyễn Thị Ánh', 'Trần Văn Đức', 'Lê Hữu Phước', 'Phạm Quỳnh'],
  ['佐藤 結衣', '王小明', '鈴木 大翔', '李雪'],
]

export interface ShapeData {
  readonly id: 'small' | 'reference' | 'endorsed'
  readonly credential: (set: number) => UnsignedCredential
}

export const digestOf = (text: string): string => hash('sha256', text, 'hex')

function holesOf(
  set: number,
): Pick<CredentialParts, 'id' | 'recipient' | 'status' | 'validFrom'> & { license: string } {
  const digest = digestOf(`bench ${set}`)
  const names = NAMES[set % NAMES.length]!
  const email: IdentityObject = {
    type: 'IdentityObject',
    hashed: true,
    identityHash: `sha256$${digestOf(`${digest} address`)}`,
    identityType: 'emailAddress',
    salt: digest.slice(0, 32),
  }
  return {
    id: `${ORIGIN}/c/${digest.slice(32)}`,
    recipient: { name: `${names[(set >> 2) % names.length]!} ${set}`, identifiers: [email] },
    status: { listUrl: `${ORIGIN}/status/1`, index: Number.parseInt(digest.slice(0, 4), 16) * 2 },
    validFrom: CREATED,
    license: `제 2026-${set}호`,
  }
}

const achievement = {
  id: `${ORIGIN}/b/ai-basic/v1`,
  name: 'AI 데이터 기초',
  description: '데이터를 모으고 다듬어 첫 모형을 만들고, 결과를 설명하는 과정입니다.',
  criteria: { narrative: '12주 과정과 기말 과제를 마치고 평가에서 B 이상을 받은 사람에게 수여합니다.' },
  achievementType: 'MicroCredential',
}

const alignments = Array.from({ length: 6 }, (_, at) => ({
  targetName: `역량 ${at + 1}: 자료 수집과 정제, 시각화`,
  targetUrl: `http://data.europa.eu/esco/skill/${digestOf(String(at)).slice(0, 32)}`,
  targetCode: `20010105${at}`,
  targetFramework: 'ESCO 1.2',
  targetDescription: 'Collects, cleans and documents data from several sources so that others can repeat the work.',
}))

const levels = ['도입', '성장', '숙달'].map((name, at) => ({
  id: `urn:uuid:00000000-0000-4000-8000-00000000000${at}`,
  name,
  level: String(at + 1),
  points: String(at * 5),
  description: '과제의 범위와 스스로 판단한 정도를 본다.',
}))

const resultDescription = [
  {
    id: 'urn:uuid:00000000-0000-4000-8000-000000000010',
    name: '성적',
    resultType: 'LetterGrade',
    allowedValue: ['C', 'B', 'A'],
  },
  {
    id: 'urn:uuid:00000000-0000-4000-8000-000000000011',
    name: '과제',
    resultType: 'RubricCriterionLevel',
    rubricCriterionLevel: levels,
  },
]

function referenceParts(set: number): CredentialParts {
  const { license, ...holes } = holesOf(set)
  return {
    ...holes,
    issuer: { id: DID, name: '한빛대학교', url: 'https://hanbit.example', email: 'badge@hanbit.example' },
    licenseNumber: license,
    validUntil: '2029-11-23T03:00:00Z',
    achievement: {
      ...achievement,
      inLanguage: 'ko',
      version: '1',
      creditsAvailable: 3,
      tag: ['데이터 전처리', 'Python', '시각화'],
      image: { id: `${ORIGIN}/b/ai-basic.png`, caption: 'AI 데이터 기초 배지' },
      creator: { id: DID, name: '한빛대학교' },
      alignment: alignments,
      resultDescription,
    },
    results: [
      { resultDescription: resultDescription[0]!.id, value: 'A' },
      { resultDescription: resultDescription[1]!.id, achievedLevel: levels[2]!.id },
    ],
    evidence: [
      {
        id: `${ORIGIN}/e/${digestOf(`evidence ${set}`).slice(0, 32)}`,
        name: '기말 보고서',
        narrative: '지하철 혼잡도를 예측했습니다.',
      },
    ],
  }
}

/** An endorsement with a proof of its own is a graph of its own: the compiled path must hand it to the reference. */
function endorsements(): JsonObject[] {
  return Array.from({ length: 3 }, (_, at) => ({
    '@context': ['https://www.w3.org/ns/credentials/v2', 'https://purl.imsglobal.org/spec/ob/v3p0/context-3.0.3.json'],
    id: `urn:uuid:00000000-0000-4000-8000-00000000010${at}`,
    type: ['VerifiableCredential', 'EndorsementCredential'],
    name: '추천',
    issuer: { id: `https://partner${at}.example/`, type: ['Profile'], name: `Partner ${at}` },
    validFrom: CREATED,
    credentialSubject: {
      id: achievement.id,
      type: ['EndorsementSubject'],
      endorsementComment: '현업에서 바로 쓰는 내용입니다. '.repeat(20),
    },
    proof: [
      {
        type: 'DataIntegrityProof',
        cryptosuite: 'eddsa-rdfc-2022',
        created: CREATED,
        verificationMethod: `https://partner${at}.example/#key`,
        proofPurpose: 'assertionMethod',
        proofValue: `z${'3'.repeat(87)}`,
      },
    ],
  }))
}

export const SHAPES: readonly ShapeData[] = [
  {
    id: 'small',
    credential(set) {
      const { license: _license, ...holes } = holesOf(set)
      return composeCredential({ ...holes, issuer: { id: DID, name: '한빛대학교' }, achievement })
    },
  },
  { id: 'reference', credential: (set) => composeCredential(referenceParts(set)) },
  { id: 'endorsed', credential: (set) => composeCredential({ ...referenceParts(set), endorsement: endorsements() }) },
]

/** Somebody else's credential as a shape: its proof is taken off and its issuer becomes the benchmark's. */
export function shapeOf(credential: JsonObject): (set: number) => UnsignedCredential {
  const { proof: _proof, ...unsigned } = credential
  const issuer = typeof unsigned.issuer === 'object' ? { ...(unsigned.issuer as JsonObject), id: DID } : DID
  return (set) => ({ ...unsigned, issuer, id: `${ORIGIN}/c/${digestOf(`bench ${set}`).slice(32)}` })
}
