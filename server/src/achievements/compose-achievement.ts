/** Says in the words of Open Badges 3.0 what one version of an achievement is. */
import type { AchievementParts, ProfileParts } from '@kolleges/credentials'
import type { AchievementVersion } from './achievement.ts'

/** The version's address is its id in every credential. */
export const achievementAddress = (origin: string, id: string, version: number): string =>
  `${origin}/b/${id}/${version}`

/** Where version 2.0 of Open Badges finds it. */
export const oldAchievementUrl = (origin: string, id: string, version: number): string =>
  `${achievementAddress(origin, id, version)}/ob2.json`

export const resultDescriptionId = (address: string): string => `${address}#result`

/** The same object stands in the credentials and at the achievement's own address. */
export function achievementParts(
  origin: string,
  { id, version, content }: Pick<AchievementVersion, 'id' | 'version' | 'content'>,
  creator: ProfileParts,
): AchievementParts {
  const address = achievementAddress(origin, id, version)
  return {
    id: address,
    name: content.name,
    description: content.description,
    criteria: { narrative: content.criteria.narrative },
    achievementType: content.kind,
    creator,
    image: { id: `${address}/badge-600.png`, caption: content.name },
    inLanguage: content.language,
    version: String(version),
    ...(content.credits === null ? {} : { creditsAvailable: content.credits }),
    ...(content.skills.length > 0 ? { tag: content.skills } : {}),
    ...alignmentOf(content),
    ...(content.resultScale
      ? {
          resultDescription: [
            {
              id: resultDescriptionId(address),
              name: content.resultScale.name,
              resultType: 'Result',
              allowedValue: content.resultScale.values,
            },
          ],
        }
      : {}),
  }
}

/** The European levels have addresses of their own; the Korean ones do not yet, so they stay page text. */
function alignmentOf({
  level,
  alignments,
}: AchievementVersion['content']): Partial<Pick<AchievementParts, 'alignment'>> {
  const eqf =
    level?.framework === 'EQF' && /^[1-8]$/.test(level.value)
      ? [
          {
            targetName: `EQF ${level.value}`,
            targetUrl: `http://data.europa.eu/snb/eqf/${level.value}`,
            targetFramework: 'European Qualifications Framework',
            targetCode: level.value,
          },
        ]
      : []
  const all = [...alignments, ...eqf]
  return all.length > 0 ? { alignment: all } : {}
}
