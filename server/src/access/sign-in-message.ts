/** Composes the message that carries a sign-in link and its code. */
import type { Language } from '@kolleges/api'
import type { MailMessage } from '../platform/ports.ts'
import { letter } from './letter.ts'
import { SIGN_IN_MINUTES_MAX } from './limits.ts'

export type SignInLetter = {
  readonly id: string
  readonly to: string
  readonly link: string
  readonly code: string
  readonly origin: string
  readonly language: Language
}

/** The code stands in the subject, so that a glance at the notification is enough. */
export function signInMessage({ id, to, link, code, origin, language }: SignInLetter): MailMessage {
  const host = new URL(origin).host
  const words = WORDS[language](code, host)
  return {
    to,
    messageId: `<sign-in.${id}@${new URL(origin).hostname}>`,
    ...letter({ ...words, language, code, button: { label: words.button, href: link } }),
    // Nobody asked for an answer by machine (RFC 3834).
    headers: { 'Auto-Submitted': 'auto-generated' },
  }
}

const WORDS = {
  ko: (code: string, host: string) => ({
    subject: `로그인 코드 ${code}`,
    heading: '로그인을 마무리해 주세요',
    lines: [`${host} 로그인 화면에 아래 코드를 넣거나, 버튼을 눌러 주세요.`],
    button: '로그인하기',
    small: `코드와 링크는 ${SIGN_IN_MINUTES_MAX}분 동안 한 번만 쓸 수 있어요. 직접 요청하지 않았다면 이 메일을 무시해 주세요. 누구에게도 코드를 알려 주지 마세요.`,
  }),
  en: (code: string, host: string) => ({
    subject: `Your sign-in code is ${code}`,
    heading: 'Finish signing in',
    lines: [`Enter this code on the sign-in page of ${host}, or press the button.`],
    button: 'Sign in',
    small: `The code and the link work once, for ${SIGN_IN_MINUTES_MAX} minutes. If you did not ask for them, ignore this message. Never tell the code to anybody.`,
  }),
}
