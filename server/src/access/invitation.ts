/** Tells somebody that they now belong to the staff of an institution. */
import type { Language } from '@kolleges/api'
import type { MailMessage, Ports } from '../platform/ports.ts'
import { letter } from './letter.ts'
import { findMember, membershipsOf, type Standing } from './members/store.ts'
import { tellOperator } from './tell-operator.ts'

/** Sends nothing to somebody who was deactivated meanwhile. A repeated job sends the same message id. */
export async function sendInvitation(ports: Ports, institutionId: string, memberId: string): Promise<void> {
  const member = await ports.db.tenant(institutionId, (tx) => findMember(tx, institutionId, memberId))
  if (!member) return
  const standings = await ports.db.lookup((tx) => membershipsOf(tx, member.email))
  const standing = standings.find((entry) => entry.institutionId === institutionId)
  if (!standing) return
  const message = invitationOf(member.email, standing, ports.config.origin)
  tellOperator(ports, message)
  await ports.mail.send(message)
}

/** Both languages in one letter: nobody knows yet which one the reader prefers. */
export function invitationOf(to: string, { memberId, name }: Standing, origin: string): MailMessage {
  const words = WORDS(name)
  return {
    to,
    messageId: `<invitation.${memberId}@${new URL(origin).hostname}>`,
    ...letter({ ...words, language: 'ko' as Language, button: { label: words.button, href: addressOf(to, origin) } }),
    headers: { 'Auto-Submitted': 'auto-generated' },
  }
}

/** No secret: an invitation may lie in a mailbox for weeks, so the link asks for a fresh code instead of carrying one. */
const addressOf = (to: string, origin: string): string =>
  `${origin}/sign-in?${new URLSearchParams({ email: to, next: '/app' })}`

const WORDS = ({ ko, en }: Standing['name']) => ({
  subject: `[${ko}] 디지털배지 담당자로 초대합니다`,
  heading: `${ko} 디지털배지 담당자로 등록되었습니다`,
  lines: [
    '아래 버튼을 눌러 이 메일 주소로 로그인하면 바로 시작할 수 있습니다.',
    `You have been added to the digital badge staff of ${en}. Press the button and sign in with this address to start.`,
  ],
  button: '로그인 · Sign in',
  small: '잘못 받으셨다면 이 메일을 무시하십시오. · If you did not expect this message, please ignore it.',
})
