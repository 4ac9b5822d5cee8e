// Makes the two pieces that show a kit at work: one badge, one certificate, by the code that draws the issued ones.
import type { BrandKit } from '@kolleges/api'
import {
  type BadgeDesign,
  bind,
  draftBadgeDesign,
  edit,
  findCertificate,
  type Language,
  layOut,
  type Picture,
  sceneSvg,
  type TemplateId,
  VARIABLES,
  wearKit,
} from '@kolleges/design'

export type KitLook = Pick<BrandKit, 'primary' | 'accent' | 'fonts' | 'head' | 'badge'>

export function kitBadge({ primary, accent, badge }: KitLook, institutionName: string, title: string): BadgeDesign {
  const template = (badge.template ?? 'round-seal') as TemplateId
  const draft = draftBadgeDesign({ title, institutionName, template, primary, accent, icon: 'chart' })
  return badge.levels > 0 ? { ...draft, level: Math.ceil(badge.levels / 2), levels: badge.levels } : draft
}

interface Given {
  look: KitLook
  institutionName: string
  badge: BadgeDesign
  /** By kind: logo, symbol, seal, signature. */
  pictures: Readonly<Record<string, Picture | undefined>>
  language: Language
}

const TEMPLATE: Record<Language, string> = { ko: 'isu-classic', en: 'completion-en' }

/** With the sample person of the variables, and a sample seal where the kit has none. */
export function kitCertificateSvg({ look, institutionName, badge, pictures, language }: Given): string {
  const template = findCertificate(TEMPLATE[language])
  if (!template) return ''
  const dressed = edit(template.document, wearKit(template.document, look))
  const document = dressed.outcome === 'edited' ? dressed.document : template.document
  const values = {
    ...Object.fromEntries(VARIABLES.map(({ key, sample }) => [key, sample[language]])),
    'institution1.name': institutionName,
    ...headValues(look, language),
  }
  const named = Object.entries(pictures).flatMap(([kind, picture]) =>
    picture ? [[`institution1.${kind}`, picture]] : [],
  )
  const layout = layOut(bind(document, { values, badge, pictures: Object.fromEntries(named) }))
  return sceneSvg(layout.scene, { title: '' })
}

/** What is not filled in yet is shown as the sample has it. */
function headValues({ head }: KitLook, language: Language): Record<string, string> {
  const title = head.title[language] || head.title.ko
  const name = head.name[language] || head.name.ko
  return { ...(title ? { 'institution1.headTitle': title } : {}), ...(name ? { 'institution1.headName': name } : {}) }
}
