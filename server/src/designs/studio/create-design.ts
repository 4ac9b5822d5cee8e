/** Begins a design: from a template, from a document that was exported elsewhere, or with an empty page. */
import type { NewDesign } from '@kolleges/api'
import { record } from '../../audit/index.ts'
import { type Institution, loadInstitution } from '../../issuers/index.ts'
import type { Language } from '../../platform/handler.ts'
import type { Ports } from '../../platform/ports.ts'
import { type Colours, emptyPage, fromTemplate } from './begin.ts'
import { type FaultyRefusal, kindOf, type StudioDesign } from './design.ts'
import { loadKit } from './issuer.ts'
import { type ReadDocument, readDocument } from './read-document.ts'
import { findDesign, insertDesign } from './store.ts'

export type CreateDesign = NewDesign & {
  readonly institutionId: string
  readonly actor: string
  /** In which faults are told. */
  readonly words: Language
}

export type DesignCreation =
  | { readonly outcome: 'created'; readonly design: StudioDesign }
  | FaultyRefusal<'design-invalid' | 'request-invalid'>

export const createDesign = (ports: Ports, command: CreateDesign): Promise<DesignCreation> =>
  ports.db.tenant(command.institutionId, async (tx) => {
    const { institutionId, actor, kind, name, template = null, brandKit = null } = command
    const kit = await loadKit(tx, institutionId, brandKit)
    const begun = begin(command, await loadInstitution(tx, institutionId), kit)
    if (begun.outcome === 'refused') return begun
    const id = ports.random.uuid()
    const { document } = begun
    await insertDesign(tx, institutionId, { id, kind, name, document, template, brandKit, at: ports.clock.now() })
    await record(tx, ports, {
      institutionId,
      actor,
      action: 'design.created',
      subject: { kind: 'design', id },
      details: { name, kind, ...(template && { template }) },
    })
    return { outcome: 'created', design: (await findDesign(tx, institutionId, id))! } // written in this transaction
  })

function begin(
  { kind, name, document, template, page, words }: CreateDesign,
  institution: Institution,
  colours: Colours,
): ReadDocument | FaultyRefusal<'request-invalid'> {
  if (document !== undefined) return readDocument(document, kind, words)
  if (template !== undefined) {
    const found = fromTemplate(template, kind, name, institution, colours)
    return found ? { outcome: 'read', document: found } : refuseField('#/template', 'template-unknown', words)
  }
  const wanted = page ?? (kind === 'badge' ? 'badge' : 'a4-portrait')
  if (kindOf({ page: wanted }) !== kind) return refuseField('#/page', 'page-not-of-kind', words)
  return { outcome: 'read', document: emptyPage(wanted, name, institution, colours) }
}

const SENTENCES = {
  'template-unknown': { ko: '없는 템플릿입니다.', en: 'There is no such template.' },
  'page-not-of-kind': { ko: '이 종류의 디자인에 쓸 수 없는 판형입니다.', en: 'This page does not fit the kind.' },
} as const

const refuseField = (
  pointer: string,
  code: keyof typeof SENTENCES,
  words: Language,
): FaultyRefusal<'request-invalid'> => ({
  outcome: 'refused',
  reason: 'request-invalid',
  errors: [{ pointer, code, detail: SENTENCES[code][words] }],
})
