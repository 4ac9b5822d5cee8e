// Composes an Achievement: what can be earned, by which criteria, measured how.

import { compact } from './compact.ts'
import { OB_3_0_3, VC_V2 } from './context.ts'
import type { JsonObject } from './json.ts'
import type { IdentifierEntryParts, ImageParts, ProfileParts } from './profile.ts'
import { composeIdentifierEntry, composeImage, composeProfile } from './profile.ts'

export interface AlignmentParts {
  readonly targetName: string
  readonly targetUrl: string
  readonly targetCode?: string
  readonly targetDescription?: string
  readonly targetFramework?: string
  readonly targetType?: string
}

export interface RubricCriterionLevelParts {
  readonly id: string
  readonly name: string
  readonly level?: string
  readonly points?: string
  readonly description?: string
  readonly alignment?: readonly AlignmentParts[]
}

export interface ResultDescriptionParts {
  readonly id: string
  readonly name: string
  readonly resultType: string
  /** Ordered from low to high. */
  readonly allowedValue?: readonly string[]
  readonly requiredLevel?: string
  readonly requiredValue?: string
  readonly rubricCriterionLevel?: readonly RubricCriterionLevelParts[]
  readonly valueMin?: string
  readonly valueMax?: string
  readonly alignment?: readonly AlignmentParts[]
}

export interface AchievementParts {
  readonly id: string
  readonly name: string
  readonly description: string
  /** An id or a narrative, or both (1EdTech's validator refuses neither). */
  readonly criteria: { readonly id?: string; readonly narrative?: string }
  readonly achievementType?: string
  readonly alignment?: readonly AlignmentParts[]
  readonly creator?: ProfileParts
  readonly creditsAvailable?: number
  readonly endorsement?: readonly JsonObject[]
  readonly fieldOfStudy?: string
  readonly humanCode?: string
  readonly image?: ImageParts
  readonly inLanguage?: string
  readonly otherIdentifier?: readonly IdentifierEntryParts[]
  readonly related?: readonly { readonly id: string; readonly inLanguage?: string; readonly version?: string }[]
  readonly resultDescription?: readonly ResultDescriptionParts[]
  readonly specialization?: string
  readonly tag?: readonly string[]
  readonly version?: string
}

/** The Achievement object as it stands in a credential (OB 3.0, "Achievement"). */
export function composeAchievement(parts: AchievementParts): JsonObject {
  return compact({
    id: parts.id,
    type: ['Achievement'],
    name: parts.name,
    description: parts.description,
    criteria: { id: parts.criteria.id, narrative: parts.criteria.narrative },
    achievementType: parts.achievementType,
    alignment: parts.alignment?.map(composeAlignment),
    creator: parts.creator && composeProfile(parts.creator),
    creditsAvailable: parts.creditsAvailable,
    endorsement: parts.endorsement,
    fieldOfStudy: parts.fieldOfStudy,
    humanCode: parts.humanCode,
    image: composeImage(parts.image),
    inLanguage: parts.inLanguage,
    otherIdentifier: parts.otherIdentifier?.map(composeIdentifierEntry),
    related: parts.related?.map((related) => ({ ...related, type: ['Related'] })),
    resultDescription: parts.resultDescription?.map(composeResultDescription),
    specialization: parts.specialization,
    tag: parts.tag,
    version: parts.version,
  })
}

/** The Achievement as a document of its own, with its context. */
export const composeAchievementDocument = (parts: AchievementParts): JsonObject => ({
  '@context': [VC_V2, OB_3_0_3],
  ...composeAchievement(parts),
})

export function composeAlignment(parts: AlignmentParts): JsonObject {
  return compact({
    type: ['Alignment'],
    targetCode: parts.targetCode,
    targetDescription: parts.targetDescription,
    targetFramework: parts.targetFramework,
    targetName: parts.targetName,
    targetType: parts.targetType,
    targetUrl: parts.targetUrl,
  })
}

function composeResultDescription(parts: ResultDescriptionParts): JsonObject {
  return compact({
    id: parts.id,
    type: ['ResultDescription'],
    name: parts.name,
    resultType: parts.resultType,
    alignment: parts.alignment?.map(composeAlignment),
    allowedValue: parts.allowedValue,
    requiredLevel: parts.requiredLevel,
    requiredValue: parts.requiredValue,
    rubricCriterionLevel: parts.rubricCriterionLevel?.map(composeRubricLevel),
    valueMax: parts.valueMax,
    valueMin: parts.valueMin,
  })
}

function composeRubricLevel(parts: RubricCriterionLevelParts): JsonObject {
  return compact({
    id: parts.id,
    type: ['RubricCriterionLevel'],
    name: parts.name,
    level: parts.level,
    points: parts.points,
    description: parts.description,
    alignment: parts.alignment?.map(composeAlignment),
  })
}
