/** Composes what a learner reads who is one requirement short: Korean first, English below. */
import { inkOn } from '@kolleges/design'
import type { Institution } from '../issuers/index.ts'
import type { Language } from '../platform/handler.ts'
import { html } from '../platform/page.ts'
import { WORDS } from './words.ts'

type Both = { readonly ko: string; readonly en: string }

export type ReminderParts = {
  readonly institution: Pick<Institution, 'name' | 'primaryColor'>
  readonly title: Both
  readonly name: Both
  /** The requirement in words. */
  readonly lacking: Both
  readonly url: string
}

export function composeReminder(parts: ReminderParts): { subject: string; text: string; html: string } {
  const { institution, title, url } = parts
  const subject = oneLine(WORDS.ko.subject(title.ko))
  const [korean, english] = [linesIn(parts, 'ko'), linesIn(parts, 'en')]
  const text = [...korean, url, '—', ...english, url].join('\n\n')
  const body = html`<!doctype html>
<html lang="ko"><head><meta charset="utf-8"><title>${subject}</title></head>
<body style="margin:0;padding:24px 12px;background:#f3f5f9">
<table role="presentation" width="100%" cellpadding="0" cellspacing="0" style="max-width:560px;margin:0 auto;background:#ffffff;border-top:6px solid ${institution.primaryColor}">
<tr><td style="padding:20px 28px 0;${FONT};font-weight:700">${oneLine(institution.name.ko)}</td></tr>
<tr><td style="padding:12px 28px 0;${FONT}">${korean.map(paragraph)}</td></tr>
<tr><td style="padding:12px 28px"><a href="${url}" style="display:inline-block;padding:14px 28px;background:${institution.primaryColor};color:${inkOn(institution.primaryColor)};${FONT};font-weight:700;text-decoration:none">${WORDS.ko.see}</a></td></tr>
<tr><td lang="en" style="padding:12px 28px 24px;border-top:1px solid #e3e7ee;${FONT};color:#5a6577">${english.map(paragraph)}<a href="${url}" style="color:#2f5bd0">${WORDS.en.see}</a></td></tr>
</table></body></html>`
  return { subject, text, html: String(body) }
}

const FONT = "font-family:Pretendard,'Malgun Gothic',sans-serif;font-size:16px;line-height:1.6;color:#1b2333"

const paragraph = (line: string) => html`<p style="margin:0 0 12px">${line}</p>`

function linesIn({ institution, title, name, lacking }: ReminderParts, language: Language): string[] {
  const say = WORDS[language]
  return [
    say.greeting(name[language]),
    say.oneLeft(title[language]),
    say.lacking(lacking[language]),
    institution.name[language],
    say.safety,
  ].map(oneLine)
}

/** Control characters and direction marks would turn what follows around. */
const oneLine = (text: string): string =>
  text
    .normalize('NFC')
    .replace(/[\p{Cc}\p{Zl}\p{Zp}\u200e\u200f\u202a-\u202e\u2066-\u2069]+/gu, ' ')
    .trim()
