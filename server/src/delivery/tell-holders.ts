/** Tells holders what has become of their credentials. */
import { achievementAddress } from '../achievements/index.ts'
import { type Award, credentialUrl, listAwardsById } from '../issuing/index.ts'
import type { Ports } from '../platform/ports.ts'
import { loadSubjects, type Subjects } from './deliver.ts'
import { composeNotice } from './notice-message.ts'
import { type OutgoingMessage, sendMessages } from './send-message.ts'
import { NOTICE_BUTTON, NOTICE_WORDS, type NoticeKind } from './words.ts'

export type TellHolders = {
  readonly institutionId: string
  readonly awardIds: readonly string[]
  readonly kind: NoticeKind
  /** The event that is told of: what happens a second time is told a second time. */
  readonly eventId: string
}

/** Told twice of the same change, it writes no second message; of one that was undone meanwhile, none. */
export const tellHolders = (ports: Ports, { institutionId, awardIds, kind, eventId }: TellHolders): Promise<void> =>
  ports.db.tenant(institutionId, async (tx) => {
    for (const award of await listAwardsById(tx, institutionId, awardIds)) {
      if (!STATES_OF[kind].includes(award.state)) continue
      const subjects = await loadSubjects(tx, institutionId, award)
      const message = noticeFor(ports, award, subjects, kind)
      await sendMessages(tx, ports, institutionId, [{ ...message, onceKey: `${kind} ${award.id} ${eventId}` }])
    }
  })

const STATES_OF: Readonly<Record<NoticeKind, readonly Award['state'][]>> = {
  suspended: ['suspended'],
  reinstated: ['issued'],
  // Signed again within the minute.
  replaced: ['pending', 'issued'],
}

function noticeFor(
  { config }: Ports,
  award: Award,
  { institution, achievement }: Subjects,
  kind: NoticeKind,
): Omit<OutgoingMessage, 'onceKey'> {
  const { name, nameEn, email } = award.recipient
  const reason = award.suspension?.reason ?? ''
  const address = achievementAddress(config.origin, achievement.id, achievement.version)
  const message = composeNotice({
    words: { ko: NOTICE_WORDS.ko[kind], en: NOTICE_WORDS.en[kind] },
    button: NOTICE_BUTTON,
    language: achievement.content.language,
    recipientName: { ko: name, en: nameEn ?? name },
    institutionName: institution.name,
    badgeName: achievement.content.name,
    badgeImageUrl: `${address}/badge-320.png`,
    primaryColor: institution.primaryColor,
    link: credentialUrl(config.origin, award.publicId),
    values: { ko: { reason }, en: { reason } },
  })
  return { awardId: award.id, toEmail: email, toName: name, ...message }
}
