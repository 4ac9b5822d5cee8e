/** Says what a document may know of the institutions that issue by it. */
import type { CoIssuer } from '@kolleges/api'
import type { Picture } from '@kolleges/design'
import {
  type BrandKit,
  findBrandKit,
  type Institution,
  loadDefaultKit,
  loadInstitution,
  readKitPictures,
} from '../../issuers/index.ts'
import type { Language } from '../../platform/handler.ts'
import type { Ports, Tx } from '../../platform/ports.ts'
import { readPng } from '../pictures/read-pictures.ts'
import { pictureKey } from '../pictures/store.ts'

/** Texts, and where its pictures lie: both plain values, so that they can be written down with what is issued. */
export type Issuer = {
  readonly values: Readonly<Record<string, string>>
  /** Blob keys by variable, such as `institution1.seal`. */
  readonly pictureKeys: Readonly<Record<string, string>>
}

export type IssuerWish = { readonly brandKit: string | null; readonly coIssuers?: readonly CoIssuer[] }

/** The institution itself as its brand kit has it, and up to two that issue with it. */
export async function loadIssuer(
  tx: Tx,
  institutionId: string,
  { brandKit, coIssuers = [] }: IssuerWish,
): Promise<Issuer> {
  const institution = await loadInstitution(tx, institutionId)
  const all = [ownOf(institution, await loadKit(tx, institutionId, brandKit)), ...coIssuers.map(otherOf)]
  return {
    values: Object.assign({}, ...all.map(({ values }) => values)),
    pictureKeys: Object.assign({}, ...all.map(({ pictureKeys }) => pictureKeys)),
  }
}

/** A programme's kit, or the institution's own. */
export const loadKit = async (tx: Tx, institutionId: string, brandKit: string | null): Promise<BrandKit> =>
  (brandKit && (await findBrandKit(tx, institutionId, brandKit))) || loadDefaultKit(tx, institutionId)

/** Without a symbol the logo stands in its place. */
function ownOf({ name }: Institution, { head, pictureKeys }: BrandKit): Issuer {
  const { logo, symbol, seal, signature } = pictureKeys
  return {
    values: filled('institution1', {
      ...{ name: name.ko, nameEnglish: name.en, headTitle: head.title.ko, headTitleEnglish: head.title.en },
      ...{ headName: head.name.ko, headNameEnglish: head.name.en },
    }),
    pictureKeys: filled('institution1', { logo, symbol: symbol ?? logo, seal, signature }),
  }
}

const otherOf = ({ name, headTitle, headName, logo, seal }: CoIssuer, at: number): Issuer => ({
  values: filled(`institution${at + 2}`, {
    ...{ name: name.ko, nameEnglish: name.en, headTitle: headTitle.ko, headTitleEnglish: headTitle.en },
    ...{ headName: headName.ko, headNameEnglish: headName.en },
  }),
  pictureKeys: filled(`institution${at + 2}`, {
    ...{ logo: logo && pictureKey(logo), symbol: logo && pictureKey(logo), seal: seal && pictureKey(seal) },
  }),
})

const filled = (prefix: string, values: Readonly<Record<string, string | null>>): Record<string, string> =>
  Object.fromEntries(
    Object.entries(values).flatMap(([name, value]) => (value ? [[`${prefix}.${name}`, value] as const] : [])),
  )

/** As they are issued with. */
export async function readIssuerPictures(ports: Ports, { pictureKeys }: Issuer): Promise<Record<string, Picture>> {
  const read = await Promise.all(
    Object.entries(pictureKeys).map(async ([variable, key]) => [variable, await readPng(ports, key)] as const),
  )
  return Object.fromEntries(read.filter((pair): pair is [string, Picture] => pair[1] !== null))
}

/** For looking: seal and signature are marked, so that a preview is of no use as a certificate. */
export async function readPreviewPictures(
  ports: Ports,
  kit: BrandKit,
  language: Language,
): Promise<Record<string, Picture>> {
  const { symbol, logo, ...others } = await readKitPictures(ports, kit, { previewIn: language })
  const all = { ...others, ...(logo && { logo }), ...((symbol ?? logo) && { symbol: symbol ?? logo }) }
  return Object.fromEntries(
    Object.entries(all).flatMap(([kind, picture]) => (picture ? [[`institution1.${kind}`, picture] as const] : [])),
  )
}
