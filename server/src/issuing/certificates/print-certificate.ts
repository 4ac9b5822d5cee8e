/** Prints the certificates of issued awards, each once: a PDF/A-3 page with the signed credential inside. */
import { createHash } from 'node:crypto'
import {
  type BindingData,
  bind,
  composePrint,
  type DesignDocument,
  layOut,
  type Picture,
  type PrintJob,
} from '@kolleges/design'
import { type AchievementVersion, loadAchievementVersion } from '../../achievements/index.ts'
import {
  findDesignVersion,
  loadBadge,
  pictureIdsOf,
  readBadgeScene,
  readIssuerPictures,
  readPictures,
} from '../../designs/index.ts'
import type { Ports } from '../../platform/ports.ts'
import type { Award } from '../award.ts'
import { listAwardsById } from '../store.ts'
import type { CertificateBasis } from './basis.ts'
import { certificateValues } from './data.ts'
import { forScreen } from './screen.ts'
import { type CertificateFile, type CertificateSize, findBasis, findFile, saveFile } from './store.ts'
import { markedAsTest } from './test-mark.ts'

export type PrintCertificates = { readonly institutionId: string; readonly awardIds: readonly string[] }

/** May be repeated at any point: what is there stays as it is. One page after another, so that memory stays flat. */
export async function printCertificates(ports: Ports, { institutionId, awardIds }: PrintCertificates): Promise<void> {
  const awards = await ports.db.tenant(institutionId, (tx) => listAwardsById(tx, institutionId, awardIds))
  const [first] = awards
  const template = first && (await openTemplate(ports, first, 'print'))
  if (!template) return
  for (const award of awards) {
    const file = await ports.db.tenant(institutionId, (tx) => findFile(tx, institutionId, award.id, 'print'))
    if (!file && award.credential !== null) await print(ports, award, template)
  }
}

export type Certificate = {
  readonly bytes: Uint8Array
  /** A strong entity tag in its quotes. */
  readonly etag: string
}

/** Null when the award has no certificate or is not signed yet. Printed on the spot when nobody has yet. */
export async function readCertificate(ports: Ports, award: Award, size: CertificateSize): Promise<Certificate | null> {
  const { institutionId, id, credential } = award
  if (credential === null || !award.details.certified) return null
  const file = await ports.db.tenant(institutionId, (tx) => findFile(tx, institutionId, id, size))
  const blob = file && (await ports.blobs.get(file.blobKey))
  if (blob) return { bytes: blob.bytes, etag: etagOf(file) }
  const template = await openTemplate(ports, award, size)
  return template && print(ports, award, template)
}

const etagOf = ({ contentKey }: Pick<CertificateFile, 'contentKey'>): string => `"${contentKey.slice(0, 32)}"`

/** What all certificates of one batch are drawn with. */
type Template = {
  readonly size: CertificateSize
  readonly basis: CertificateBasis
  readonly document: DesignDocument
  readonly achievement: AchievementVersion
  readonly badge: Pick<BindingData, 'badge' | 'badgeScene'>
  readonly pictures: Readonly<Record<string, Picture>>
}

async function openTemplate(ports: Ports, award: Award, size: CertificateSize): Promise<Template | null> {
  const { institutionId, batchId, achievementId, achievementVersion } = award
  const found = await ports.db.tenant(institutionId, async (tx) => {
    const basis = await findBasis(tx, institutionId, batchId)
    const pinned = basis && (await findDesignVersion(tx, institutionId, basis.design, basis.version))
    if (!basis || !pinned) return null
    const achievement = await loadAchievementVersion(tx, institutionId, achievementId, achievementVersion)
    const kept = await loadBadge(tx, institutionId, achievement.designId)
    return { basis, achievement, kept, document: award.testMode ? markedAsTest(pinned.document) : pinned.document }
  })
  if (!found) return null
  const { kept, achievement } = found
  const badgeScene = kept.document && (await readBadgeScene(ports, institutionId, achievement.designId))
  const own = await readPictures(ports, institutionId, pictureIdsOf(found.document))
  const pictures = { ...own, ...(await readIssuerPictures(ports, found.basis.issuer)) }
  const badge = { badge: kept.design, ...(badgeScene && { badgeScene }) }
  return { ...found, badge, size, pictures: size === 'screen' ? await forScreen(ports, pictures) : pictures }
}

/** The bytes are durable before the row that names them; the same page is kept under one name. */
async function print(ports: Ports, award: Award, template: Template): Promise<Certificate> {
  const job = pageOf(award, template, ports.config.origin)
  const contentKey = await contentKeyOf(ports, job)
  const blobKey = `certificates/${contentKey}.pdf`
  const kept = await ports.blobs.get(blobKey)
  const bytes = kept?.bytes ?? (await ports.typeset.pdf(job))
  if (!kept) await ports.blobs.put(blobKey, bytes, 'application/pdf')
  const file = { size: template.size, contentKey, blobKey, byteLength: bytes.length, at: ports.clock.now() }
  await ports.db.tenant(award.institutionId, (tx) => saveFile(tx, award.institutionId, award.id, file))
  return { bytes, etag: etagOf(file) }
}

function pageOf(award: Award, { document, basis, achievement, badge, pictures }: Template, origin: string): PrintJob {
  const values = certificateValues({ award, achievement, basis, origin })
  const bound = bind(document, { values, ...badge, pictures })
  return composePrint(bound.document, layOut(bound), {
    day: values['credential.issuedOn'] ?? '',
    attachment: {
      name: 'credential.json',
      mediaType: 'application/vc+ld+json',
      description: 'Open Badges 3.0 credential',
      text: award.credential ?? '',
    },
  })
}

/** Of everything the page is made from: the drawing with its pictures, the facts, the credential, the program, the fonts. */
async function contentKeyOf(ports: Ports, { files, createdAtSeconds }: PrintJob): Promise<string> {
  const hash = createHash('sha256')
    .update(await ports.typeset.fonts())
    .update(String(createdAtSeconds))
  for (const { path, bytes } of files) hash.update(`\0${path}\0`).update(bytes)
  return hash.digest('hex')
}
