/** Sets an institution up, together with its owner and its first signing key. */
import { didWeb } from '@kolleges/credentials'
import { addOwner } from '../access/index.ts'
import { record } from '../audit/index.ts'
import type { Ports, Tx } from '../platform/ports.ts'
import { ACCENT_COLOR, type Bilingual, type Institution, PRIMARY_COLOR } from './institution.ts'
import { foldsOf } from './name-fold.ts'
import { isReservedSlug, isSlug } from './slug.ts'
import { isNameTaken, lockNames, saveNewInstitution } from './store.ts'

export type NewInstitution = {
  readonly name: Bilingual
  readonly slug: string
  readonly kind: Institution['kind']
  /** `confirmed` is the operator's word alone: only then is nothing about the name questioned. */
  readonly standing: Institution['standing']
  readonly owner: string
  /** The label of whoever sets it up; the operator when nobody is named. */
  readonly actor?: string
  readonly primaryColor?: string | undefined
  readonly accentColor?: string | undefined
  readonly website?: string | null | undefined
  readonly contactEmail?: string | null | undefined
  readonly headTitle?: string | null | undefined
  readonly language?: Institution['language'] | undefined
}

export type Created =
  | { readonly outcome: 'created'; readonly institution: Institution }
  | { readonly outcome: 'refused'; readonly reason: 'slug-taken' | 'name-taken' }

export async function createInstitution(ports: Ports, wanted: NewInstitution): Promise<Created> {
  const institution = institutionFrom(ports, wanted)
  const isOwnSignUp = wanted.standing === 'test'
  if (!isSlug(wanted.slug) || (isOwnSignUp && isReservedSlug(wanted.slug))) {
    return { outcome: 'refused', reason: 'slug-taken' }
  }
  return ports.db.tenant(institution.id, async (tx) => {
    const folds = foldsOf(wanted.name)
    await lockNames(tx)
    if (isOwnSignUp && (await isNameTaken(tx, folds, institution.id)))
      return { outcome: 'refused', reason: 'name-taken' }
    if (!(await saveNewInstitution(tx, institution, folds))) return { outcome: 'refused', reason: 'slug-taken' }
    await furnish(tx, ports, institution, wanted)
    return { outcome: 'created', institution }
  })
}

function institutionFrom(ports: Ports, wanted: NewInstitution): Institution {
  const createdAt = ports.clock.now()
  return {
    id: ports.random.uuid(),
    slug: wanted.slug,
    did: didWeb(ports.config.origin, 'i', wanted.slug),
    name: { ko: wanted.name.ko.normalize('NFC'), en: wanted.name.en.normalize('NFC') },
    kind: wanted.kind,
    standing: wanted.standing,
    primaryColor: wanted.primaryColor ?? PRIMARY_COLOR,
    accentColor: wanted.accentColor ?? ACCENT_COLOR,
    website: wanted.website ?? null,
    contactEmail: wanted.contactEmail ?? null,
    headTitle: wanted.headTitle ?? null,
    language: wanted.language ?? 'ko',
    logoKey: null,
    sealKey: null,
    createdAt,
    confirmedAt: wanted.standing === 'confirmed' ? createdAt : null,
  }
}

async function furnish(
  tx: Tx,
  ports: Ports,
  institution: Institution,
  { owner, actor = 'operator' }: NewInstitution,
): Promise<void> {
  const institutionId = institution.id
  await record(tx, ports, {
    institutionId,
    actor,
    action: 'institution.created',
    subject: { kind: 'institution', id: institutionId },
    details: { slug: institution.slug, standing: institution.standing },
  })
  await addOwner(tx, ports, institutionId, owner, actor)
  const key = await ports.signers.create(tx, institutionId)
  await record(tx, ports, {
    institutionId,
    actor,
    action: 'signing-key.created',
    subject: { kind: 'signing-key', id: key.keyId },
  })
}
