/** Tells people of the credentials that were issued to them. */
import { type AchievementVersion, achievementAddress, loadAchievementVersion } from '../achievements/index.ts'
import { type Institution, loadInstitution } from '../issuers/index.ts'
import { type Award, claimToken, listAwardsById } from '../issuing/index.ts'
import type { Ports, Tx } from '../platform/ports.ts'
import { composeClaimMessage } from './claim-message.ts'
import { type OutgoingMessage, sendMessages } from './send-message.ts'

export type DeliverCredentials = { readonly institutionId: string; readonly awardIds: readonly string[] }

/** The awards are of one batch. Told twice of the same credential, it writes no second message. */
export const deliverCredentials = (ports: Ports, { institutionId, awardIds }: DeliverCredentials): Promise<void> =>
  ports.db.tenant(institutionId, async (tx) => {
    const awards = (await listAwardsById(tx, institutionId, awardIds)).filter(({ state }) => state === 'issued')
    if (awards.length === 0) return
    const subjects = await loadSubjects(tx, institutionId, awards[0]!)
    await sendMessages(
      tx,
      ports,
      institutionId,
      awards.map((award) => claimMessageFor(ports, award, subjects, `claim ${award.id}`)),
    )
  })

export type Subjects = { readonly institution: Institution; readonly achievement: AchievementVersion }

export const loadSubjects = async (tx: Tx, institutionId: string, award: Award): Promise<Subjects> => ({
  institution: await loadInstitution(tx, institutionId),
  achievement: await loadAchievementVersion(tx, institutionId, award.achievementId, award.achievementVersion),
})

export function claimMessageFor(
  { config }: Ports,
  award: Award,
  { institution, achievement }: Subjects,
  onceKey: string,
): OutgoingMessage {
  const { name, nameEn, email } = award.recipient
  const address = achievementAddress(config.origin, achievement.id, achievement.version)
  const message = composeClaimMessage({
    language: achievement.content.language,
    recipientName: { ko: name, en: nameEn ?? name },
    institutionName: institution.name,
    badgeName: achievement.content.name,
    badgeImageUrl: `${address}/badge-320.png`,
    primaryColor: institution.primaryColor,
    claimExpiresAt: award.claimExpiresAt,
    isTest: award.testMode,
  })
  return { awardId: award.id, onceKey, toEmail: email, toName: name, ...message }
}

export const claimLink = (ports: Ports, awardId: string): string =>
  `${ports.config.origin}/k/${claimToken(ports, awardId)}`
