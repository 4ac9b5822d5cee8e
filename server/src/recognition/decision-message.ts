/** Composes the letter that tells an applicant what was decided. */
import { inkOn } from '@kolleges/design'
import { oneLine } from '../delivery/index.ts'
import type { Institution } from '../issuers/index.ts'
import type { Language } from '../platform/handler.ts'
import { html } from '../platform/page.ts'
import type { Programme } from './programme.ts'
import { type Item, type Recognition, recognisedCredits } from './recognition.ts'
import { courseLine, wording } from './words.ts'

export type DecisionMessageParts = {
  readonly institution: Pick<Institution, 'name' | 'primaryColor'>
  readonly programme: Pick<Programme, 'title'>
  readonly applicant: Recognition['applicant']
  readonly items: readonly Item[]
  readonly comment: string | null
  readonly url: string
}

export type ComposedMessage = { readonly subject: string; readonly text: string; readonly html: string }

/** Korean first, English below: nobody knows which of them an applicant from elsewhere reads. */
export function composeDecisionMessage(parts: DecisionMessageParts): ComposedMessage {
  const { programme, institution, url } = parts
  const subject = oneLine(wording.ko.mail.subject(programme.title.ko))
  const [korean, english] = [linesIn(parts, 'ko'), linesIn(parts, 'en')]
  const text = [...korean, url, '—', ...english, url].join('\n\n')
  const body = String(html`<!doctype html>
<html lang="ko"><head><meta charset="utf-8"><title>${subject}</title></head>
<body style="margin:0;padding:24px 12px;background:#f3f5f9">
<table role="presentation" width="100%" cellpadding="0" cellspacing="0" style="max-width:560px;margin:0 auto;background:#ffffff;border-top:6px solid ${institution.primaryColor}">
<tr><td style="padding:20px 28px 0;${FONT};font-weight:700">${oneLine(institution.name.ko)}</td></tr>
<tr><td style="padding:12px 28px 0;${FONT}">${korean.map(paragraph)}</td></tr>
<tr><td style="padding:12px 28px"><a href="${url}" style="display:inline-block;padding:14px 28px;background:${institution.primaryColor};color:${inkOn(institution.primaryColor)};${FONT};font-weight:700;text-decoration:none">${wording.ko.mail.see}</a></td></tr>
<tr><td lang="en" style="padding:12px 28px 24px;border-top:1px solid #e3e7ee;${FONT};color:#5a6577">${english.map(paragraph)}<a href="${url}" style="color:#2f5bd0">${wording.en.mail.see}</a></td></tr>
</table></body></html>`)
  return { subject, text, html: body }
}

const FONT = "font-family:Pretendard,'Malgun Gothic',sans-serif;font-size:16px;line-height:1.6;color:#1b2333"

const paragraph = (line: string) => html`<p style="margin:0 0 12px">${line}</p>`

function linesIn({ institution, applicant, items, comment }: DecisionMessageParts, language: Language): string[] {
  const { mail } = wording[language]
  const lines = items.map((item) =>
    item.outcome === 'refused' ? mail.refused(item.name, item.reason ?? '') : courseLine(item, language),
  )
  return [
    mail.greeting(applicant.name),
    mail.result(recognisedCredits(items)),
    ...lines,
    ...(comment ? [comment] : []),
    institution.name[language],
    mail.safety,
  ].map(oneLine)
}
