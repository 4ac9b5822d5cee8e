/** The first page: what this is, for whom, and a box to try it with. */
import { badgeSvg, draftBadgeDesign } from '@kolleges/design'
import type { Language } from '../../platform/handler.ts'
import { html, raw } from '../../platform/page.ts'
import { sitePage } from '../../platform/site-page.ts'
import { wording } from '../wording.ts'
import { verifyBox } from './hub-page.ts'

export function landingPage(origin: string, language: Language): Promise<Response> {
  const words = wording[language].landing
  const description = words.lead
  return sitePage({
    title: words.title,
    language,
    path: '/',
    head: html`<meta name="description" content="${description}"><link rel="canonical" href="${origin}/">
      <meta property="og:type" content="website"><meta property="og:title" content="${words.title}"><meta property="og:description" content="${description}"><meta property="og:url" content="${origin}/">`,
    main: html`<div class="hero">
        <div><h1>${words.headline}</h1><p class="lead">${words.lead}</p></div>
        <figure>${raw(sampleBadge(language))}<figcaption>${words.caption}</figcaption></figure>
      </div>
      <section class="part plain"><h2>${words.verify}</h2>${verifyBox(language)}</section>
      <ul class="quartet">${words.audiences.map(
        ({ title, text, link, href }) =>
          html`<li><h2>${title}</h2><p>${text}</p><p><a href="${href}">${link}</a></p></li>`,
      )}</ul>`,
    script: true,
  })
}

/** Drawn by the code that draws every issued badge. */
function sampleBadge(language: Language): string {
  const { sampleTitle, sampleIssuer } = wording[language].landing
  const design = draftBadgeDesign({
    title: sampleTitle,
    institutionName: sampleIssuer,
    template: 'hex-crest',
    icon: 'code',
    primary: '#1f3a8a',
    accent: '#e0a526',
  })
  return badgeSvg(
    { ...design, level: 2, levels: 3 },
    { language, alt: wording[language].badgeAlt(sampleIssuer, sampleTitle) },
  )
}
