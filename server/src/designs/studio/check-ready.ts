/** Looks for what stops a document from being published, and says it element by element. */
import {
  type BindingData,
  bind,
  type DesignDocument,
  elementsOf,
  FINDINGS,
  type Finding,
  findVariable,
  layOut,
  type Picture,
  preflight,
} from '@kolleges/design'
import type { FieldFault, Language } from '../../platform/handler.ts'
import type { Tx } from '../../platform/ports.ts'
import { DRAWING_CHARACTERS_MAX } from '../limits.ts'
import { pictureIdsOf } from '../pictures/read-pictures.ts'
import { findPictures, type StoredPicture } from '../pictures/store.ts'
import type { Issuer } from './issuer.ts'

export type ToCheck = {
  readonly document: DesignDocument
  readonly issuer: Issuer
  readonly values: BindingData['values']
}

/** Where pictures lie and how large they are is enough to judge: none of them is read. */
export async function documentFaults(
  tx: Tx,
  institutionId: string,
  { document, issuer, values }: ToCheck,
  language: Language,
): Promise<FieldFault[]> {
  const stored = await findPictures(tx, institutionId, pictureIdsOf(document))
  const pictures = { ...Object.fromEntries(stored.map((one) => [one.id, outlineOf(one)])), ...outlinesOf(issuer) }
  const bound = bind(document, { values, pictures })
  const findings = preflight(bound, layOut(bound)).filter(({ blocks }) => blocks)
  return [
    ...findings.map((finding) => faultOf(finding, language)),
    ...unknownPictures(document, pictures).map((id) => fault(id, 'picture-unknown', OWN['picture-unknown'][language])),
    ...(isHeavy(document, stored) ? [fault(undefined, 'drawing-too-heavy', OWN['drawing-too-heavy'][language])] : []),
  ]
}

const outlineOf = ({ mediaType, widthPx, heightPx }: StoredPicture): Picture => ({
  ...{ mediaType, base64: '', widthPx, heightPx },
})

const outlinesOf = ({ pictureKeys }: Issuer): Record<string, Picture> =>
  Object.fromEntries(
    Object.keys(pictureKeys).map((variable) => [
      variable,
      { mediaType: 'image/png', base64: '', widthPx: 1_000, heightPx: 1_000 },
    ]),
  )

function faultOf({ code, element, variable, found }: Finding, language: Language): FieldFault {
  const label = variable && (findVariable(variable)?.label[language] ?? variable)
  const about = [label, found === undefined ? undefined : String(found)].filter(Boolean).join(', ')
  const detail = FINDINGS[code].says[language]
  return fault(element, code, about ? `${detail} (${about})` : detail)
}

const fault = (element: string | undefined, code: string, detail: string): FieldFault => ({
  pointer: element ? `#/document/elements/${element}` : '#/document',
  code,
  detail,
})

const imagesOf = ({ elements }: DesignDocument) =>
  [...elementsOf(elements)].filter((element) => element.kind === 'image').filter(({ picture }) => picture)

const unknownPictures = (document: DesignDocument, pictures: Readonly<Record<string, Picture>>): string[] =>
  imagesOf(document)
    .filter(({ picture }) => !pictures[picture!])
    .map(({ id }) => id)

/** A picture is carried as often as it is drawn. */
function isHeavy(document: DesignDocument, stored: readonly StoredPicture[]): boolean {
  const bytesOf = new Map(stored.map(({ id, byteLength }) => [id, byteLength]))
  const bytes = imagesOf(document).reduce((sum, { picture }) => sum + (bytesOf.get(picture!) ?? 0), 0)
  return bytes * BASE64_GROWTH > DRAWING_CHARACTERS_MAX
}

const BASE64_GROWTH = 4 / 3

const OWN = {
  'picture-unknown': {
    ko: '그림을 찾을 수 없습니다. 다시 올려 주십시오.',
    en: 'The picture is not there. Upload it again.',
  },
  'drawing-too-heavy': {
    ko: '그림이 너무 많거나 큽니다. 그림을 줄여 주십시오.',
    en: 'The pictures are too many or too large together.',
  },
} as const
