/** Reads from a credential what a page shows of it; what the signed text does not say comes from our catalogue. */
import type { ParsedCredential } from '@kolleges/credentials'
import type { OwnCredential } from './find-own.ts'

export type Facts = {
  readonly title: string
  readonly description?: string | undefined
  readonly contentLanguage?: string | undefined
  /** Masked or absent when this reader may not know it. */
  readonly name?: string | undefined
  readonly nameHidden: boolean
  readonly kind?: string | undefined
  readonly skills: readonly string[]
  readonly hours?: number | undefined
  readonly credits?: number | undefined
  readonly level?: string | undefined
  readonly issuedAt?: string | undefined
  readonly validFrom?: string | undefined
  readonly validUntil?: string | undefined
  readonly period?: { readonly from: string; readonly to: string } | undefined
  readonly criteria?: string | undefined
  readonly criteriaUrl?: string | undefined
  readonly narrative?: string | undefined
  readonly licenseNumber?: string | undefined
  readonly results: readonly { readonly name: string; readonly value: string; readonly scale: readonly string[] }[]
  readonly evidence: readonly { readonly name: string; readonly text: string; readonly url?: string | undefined }[]
  readonly alignments: readonly {
    readonly name: string
    readonly url?: string | undefined
    readonly note: string
  }[]
}

/** `credential` may be a stranger's: every address is checked before it becomes a link. */
export function factsOf(credential: ParsedCredential, own?: OwnCredential): Facts {
  const { subject } = credential
  const { achievement } = subject
  const { activityStartDate, activityEndDate } = subject
  return {
    title: achievement?.name ?? credential.name ?? '—',
    description: achievement?.description ?? credential.description,
    contentLanguage: achievement?.inLanguage,
    name: own ? own.shownName : subject.name,
    nameHidden: own ? !own.showsOriginal : false,
    kind: achievement?.achievementType,
    skills: achievement?.tag ?? [],
    hours: own?.achievement.content.hours ?? undefined,
    credits: subject.creditsEarned ?? achievement?.creditsAvailable,
    level: levelOf(own),
    issuedAt: credential.awardedDate ?? credential.validFrom,
    validFrom: credential.validFrom,
    validUntil: credential.validUntil,
    period: activityStartDate && activityEndDate ? { from: activityStartDate, to: activityEndDate } : undefined,
    criteria: achievement?.criteria.narrative,
    criteriaUrl: linkable(achievement?.criteria.id),
    narrative: subject.narrative,
    licenseNumber: subject.licenseNumber,
    results: resultsOf(credential),
    evidence: credential.evidence.map((item) => ({
      name: item.name ?? item.genre ?? item.id ?? '—',
      text: item.narrative ?? item.description ?? '',
      url: linkable(item.id),
    })),
    alignments: (achievement?.alignment ?? []).map((item) => ({
      name: item.targetName ?? item.targetCode ?? item.targetUrl ?? '—',
      url: linkable(item.targetUrl),
      note: [item.targetFramework, item.targetCode].filter(Boolean).join(' · '),
    })),
  }
}

function levelOf(own: OwnCredential | undefined): string | undefined {
  const level = own?.achievement.content.level
  if (!level) return undefined
  return level.framework === 'own' ? level.value : `${level.framework} ${level.value}`
}

function resultsOf({ subject }: ParsedCredential): Facts['results'] {
  const descriptions = subject.achievement?.resultDescription ?? []
  return subject.results.flatMap((result) => {
    const value = result.value ?? result.achievedLevel ?? result.status
    if (value === undefined) return []
    const description = descriptions.find(({ id }) => id !== undefined && id === result.resultDescription)
    return [{ name: description?.name ?? '', value, scale: description?.allowedValue ?? [] }]
  })
}

/** Only the web: a `javascript:` address in a stranger's credential must not become a link. */
export const linkable = (address: string | undefined): string | undefined => {
  const url = address === undefined ? null : URL.parse(address)
  return url && (url.protocol === 'https:' || url.protocol === 'http:') ? url.href : undefined
}
