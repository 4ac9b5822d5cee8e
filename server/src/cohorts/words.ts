/** The words of what learners and registrars get from cohorts. */
import type { Language } from '../platform/handler.ts'

const ko = {
  subject: (title: string) => `${title}, 요건이 하나 남았어요`,
  greeting: (name: string) => `${name} 님, 안녕하세요.`,
  oneLeft: (title: string) => `‘${title}’ 과정에서 요건이 하나만 남았어요.`,
  lacking: (text: string) => `남은 요건: ${text}`,
  see: '요건과 내 진행 보기',
  safety: '이 메일은 기관의 담당자가 보냈어요. 비밀번호나 결제를 묻지 않아요.',
}
const en = {
  subject: (title: string) => `${title}: one requirement to go`,
  greeting: (name: string) => `Dear ${name},`,
  oneLeft: (title: string) => `You are one requirement away from “${title}”.`,
  lacking: (text: string) => `Still to be completed: ${text}`,
  see: 'See the requirements and where you stand',
  safety: 'This message was sent by the staff of the institution. It never asks for a password or a payment.',
} satisfies typeof ko

export const WORDS: Readonly<Record<Language, typeof ko>> = { ko, en }
