/** Says what a document may know of the institution that issues by it. */
import type { Picture } from '@kolleges/design'
import { type Institution, loadInstitution } from '../../issuers/index.ts'
import type { Ports, Tx } from '../../platform/ports.ts'
import { readPng } from '../pictures/read-pictures.ts'

/** Texts, and where its pictures lie: both plain values, so that they can be written down with what is issued. */
export type Issuer = {
  readonly values: Readonly<Record<string, string>>
  /** Blob keys by variable, such as `institution1.seal`. */
  readonly pictureKeys: Readonly<Record<string, string>>
}

export async function loadIssuer(tx: Tx, institutionId: string, _brandKit: string | null): Promise<Issuer> {
  return issuerOf(await loadInstitution(tx, institutionId))
}

function issuerOf({ name, headTitle, logoKey, sealKey }: Institution): Issuer {
  return {
    values: filled({
      'institution1.name': name.ko,
      'institution1.nameEnglish': name.en,
      'institution1.headTitle': headTitle,
    }),
    pictureKeys: filled({ 'institution1.logo': logoKey, 'institution1.symbol': logoKey, 'institution1.seal': sealKey }),
  }
}

const filled = (values: Readonly<Record<string, string | null>>): Record<string, string> =>
  Object.fromEntries(Object.entries(values).filter((pair): pair is [string, string] => Boolean(pair[1])))

export async function readIssuerPictures(ports: Ports, { pictureKeys }: Issuer): Promise<Record<string, Picture>> {
  const read = await Promise.all(
    Object.entries(pictureKeys).map(async ([variable, key]) => [variable, await readPng(ports, key)] as const),
  )
  return Object.fromEntries(read.filter((pair): pair is [string, Picture] => pair[1] !== null))
}
