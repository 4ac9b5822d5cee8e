/** The signed list as verifiers fetch it. */
import { createHash } from 'node:crypto'
import type { Ports } from '../platform/ports.ts'
import { publishStatusList } from './publish.ts'
import type { StatusList } from './status-list.ts'
import { findInstitutionOfList, findListByPublicId } from './store.ts'

export type PublishedList = { readonly text: string; readonly etag: string }

/** Null for a list that is not ours. Asked for before its first job has run, the list is signed on the spot. */
export async function readPublishedList(ports: Ports, publicId: string): Promise<PublishedList | null> {
  const institutionId = await ports.db.lookup((tx) => findInstitutionOfList(tx, publicId))
  if (institutionId === null) return null
  const find = (): Promise<StatusList | null> =>
    ports.db.tenant(institutionId, (tx) => findListByPublicId(tx, publicId))
  const list = await find()
  if (list === null) return null
  if (list.published === null) await publishStatusList(ports, institutionId, list.id)
  const text = list.published ?? (await find())?.published
  return text ? { text, etag: `"${createHash('sha256').update(text).digest('base64url')}"` } : null
}
