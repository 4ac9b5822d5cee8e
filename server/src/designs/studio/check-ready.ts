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
  preflight,
  sceneSvg,
} from '@kolleges/design'
import type { FieldFault, Language } from '../../platform/handler.ts'
import { DRAWING_CHARACTERS_MAX } from '../limits.ts'

/** The data are what will be known; `own` is false for what only an achievement brings: its other institutions. */
export function blockingFaults(document: DesignDocument, data: BindingData, language: Language): FieldFault[] {
  const bound = bind(document, data)
  const layout = layOut(bound)
  const findings = preflight(bound, layout).filter(({ blocks }) => blocks)
  const isHeavy = sceneSvg(layout.scene, { title: '' }).length > DRAWING_CHARACTERS_MAX
  return [
    ...findings.map((finding) => faultOf(finding, language)),
    ...unknownPictures(document, data).map((id) => placed(id, 'picture-unknown', OWN['picture-unknown'][language])),
    ...(isHeavy
      ? [{ pointer: '#/document', code: 'drawing-too-heavy', detail: OWN['drawing-too-heavy'][language] }]
      : []),
  ]
}

/** What an achievement brings is looked at when the achievement is published. */
export const isOfAnotherInstitution = (document: DesignDocument, { pointer, code }: FieldFault): boolean =>
  code === 'seal-is-sample' &&
  [...elementsOf(document.elements)].some(
    (element) => element.kind === 'seal' && element.institution > 1 && pointer.endsWith(`/${element.id}`),
  )

function faultOf({ code, element, variable, found }: Finding, language: Language): FieldFault {
  const label = variable && (findVariable(variable)?.label[language] ?? variable)
  const about = [label, found === undefined ? undefined : String(found)].filter(Boolean).join(', ')
  const detail = FINDINGS[code].says[language]
  return placed(element, code, about ? `${detail} (${about})` : detail)
}

const placed = (element: string | undefined, code: string, detail: string): FieldFault => ({
  pointer: element ? `#/document/elements/${element}` : '#/document',
  code,
  detail,
})

const unknownPictures = ({ elements }: DesignDocument, { pictures = {} }: BindingData): string[] =>
  [...elementsOf(elements)].flatMap((element) =>
    element.kind === 'image' && element.picture && !pictures[element.picture] ? [element.id] : [],
  )

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
