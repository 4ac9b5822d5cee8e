/** Makes the work of a signing job without a database: pending awards of one achievement, and a key. */
import { generateKeyPairSync, sign as signBytes } from 'node:crypto'
import { AchievementContent } from '@kolleges/api'
import { encodeMultikey, type Signer, verificationMethodId } from '@kolleges/credentials'
import { NO_CERTIFICATION } from '../src/achievements/certification.ts'
import { composeSample } from '../src/issuing/sample.ts'
import type { SigningWork } from '../src/issuing/sign-awards.ts'
import type { Instant } from '../src/platform/ports.ts'
import { nodePrimitives } from '../src/platform/primitives.ts'
import { publicKeyOf } from '../src/platform/sealed-keys.ts'

const AT = '2026-11-23T01:00:00Z' as Instant
const did = 'did:web:badges.hanbit.example:i:hanbit'
const uuid = (n: number): string => `0197fb2c-0000-7000-8000-${String(n).padStart(12, '0')}`

export type ThreadWork = { readonly work: SigningWork; readonly signer: Signer; readonly sample: string }

export async function aSigningWork(count: number): Promise<ThreadWork> {
  const { privateKey } = generateKeyPairSync('ed25519')
  const signer: Signer = {
    verificationMethod: verificationMethodId(did, encodeMultikey('Ed25519', publicKeyOf(privateKey))),
    sign: async (bytes) => new Uint8Array(signBytes(null, bytes, privateKey)),
  }
  const content = AchievementContent.parse({
    name: 'AI 데이터 기초',
    description: '데이터를 모으고 다듬어 첫 모형을 만듭니다.',
    criteria: { narrative: '12주 과정과 기말 과제를 마칩니다.' },
  })
  const work: SigningWork = {
    awards: Array.from({ length: count }, (_, at) => anAward(at)),
    achievement: {
      ...{ id: uuid(1), version: 1, content, designId: uuid(2), publishedAt: AT },
      ...{ certification: NO_CERTIFICATION, certificateVersion: null, badgeVersion: null },
    },
    issuer: { id: did, name: '한빛대학교' },
    origin: 'https://badges.hanbit.example',
  }
  const composition = { ...work, award: work.awards[0]!, primitives: nodePrimitives }
  return { work, signer, sample: await composeSample(composition, signer.verificationMethod) }
}

const anAward = (at: number): SigningWork['awards'][number] => ({
  id: uuid(100 + at),
  institutionId: uuid(3),
  batchId: uuid(4),
  publicId: String(at).padStart(26, '0'),
  number: `KL-${at}`,
  achievementId: uuid(1),
  achievementVersion: 1,
  learnerId: uuid(100_000 + at),
  recipient: { name: `학습자 ${at}`, nameEn: null, email: `l${at}@learner.example`, key: `l${at}@learner.example` },
  details: {},
  restsOn: [],
  salt: '0123456789abcdef',
  state: 'pending',
  validFrom: AT,
  validUntil: null,
  status: { listPublicId: 'list', index: at },
  testMode: false,
  createdAt: AT,
  edition: 1,
  editionAt: AT,
  issuedAt: null,
  failure: null,
  credential: null,
  revocation: null,
  suspension: null,
  claimExpiresAt: AT,
  claimedAt: null,
  declinedAt: null,
  visibility: 'link',
  nameHidden: false,
  openedAt: null,
  delivery: { state: 'waiting', at: null },
})
