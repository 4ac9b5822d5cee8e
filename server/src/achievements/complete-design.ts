/** Completes what staff chose for a badge's picture with the institution's colours and names. */
import type { DesignInput } from '@kolleges/api'
import {
  type BadgeDesign,
  DESIGN_FAULTS,
  type DesignFault,
  draftBadgeDesign,
  type ParsedDesign,
  parseBadgeDesign,
  TEMPLATE_IDS,
  type TemplateId,
} from '@kolleges/design'
import type { FieldFault, Language } from '../platform/handler.ts'

export type Ground = {
  /** The achievement's name. */
  readonly name: string
  readonly language: Language
  readonly institution: {
    readonly name: { readonly ko: string; readonly en: string }
    readonly primaryColor: string
    readonly accentColor: string
  }
  /** The design as it was, and the name it was made for. */
  readonly previous?: { readonly design: BadgeDesign; readonly name: string }
}

/** What was chosen must hold as it is; what was left out is made to fit. */
export function completeDesign(chosen: DesignInput, ground: Ground): ParsedDesign {
  const { previous, institution, language } = ground
  const template = chosen.template ?? previous?.design.template
  const drafted = draftBadgeDesign({
    title: chosen.title ?? titleFor(ground),
    institutionName: institution.name[language] || institution.name.ko,
    primary: institution.primaryColor,
    accent: institution.accentColor,
    ...(isTemplateId(template) ? { template } : {}),
  })
  return parseBadgeDesign({ ...drafted, ...previous?.design, ...defined(chosen), title: chosen.title ?? drafted.title })
}

/** A title that was made from the name follows the name; one that somebody wrote stays. */
function titleFor({ name, previous }: Ground): string {
  if (!previous) return name
  const { title, template, institutionName } = previous.design
  const made = draftBadgeDesign({ title: previous.name, template, institutionName }).title
  return title === made ? name : title
}

const isTemplateId = (value: string | undefined): value is TemplateId => TEMPLATE_IDS.some((id) => id === value)

const defined = (chosen: DesignInput): DesignInput =>
  Object.fromEntries(Object.entries(chosen).filter(([, value]) => value !== undefined))

export const designFaults = (faults: readonly DesignFault[], language: Language): FieldFault[] =>
  faults.map(({ path, code }) => ({ pointer: `#/design${path}`, code, detail: DESIGN_FAULTS[code][language] }))
