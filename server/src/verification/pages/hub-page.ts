/** The verify hub: one box that takes a number, a link, an original or a file. */
import type { Language } from '../../platform/handler.ts'
import { pageIcon } from '../../platform/icons.ts'
import { html, type Markup } from '../../platform/page.ts'
import { sitePage } from '../../platform/site-page.ts'
import { wording } from '../wording.ts'

/** A form that works without JavaScript; with it, files can be dropped and pasted too. */
export const verifyBox = (language: Language): Markup => {
  const words = wording[language].hub
  return html`<form class="verify-box" method="post" action="/v" enctype="multipart/form-data">
    <div class="drop" data-drop>
      <label for="verify-input" class="visually-hidden">${words.label}</label>
      <textarea id="verify-input" name="input" rows="2" placeholder="${words.placeholder}" spellcheck="false" autocapitalize="off" autocomplete="off"></textarea>
      <div class="drop-foot">
        <div class="field"><label for="verify-file" class="small">${words.file}</label>
        <input type="file" id="verify-file" name="file" accept=".png,.svg,.pdf,.json,.jsonld,.jwt,image/png,image/svg+xml,application/pdf,application/json"></div>
        <button class="button primary large">${pageIcon('check-shield')}${words.submit}</button>
      </div>
    </div>
    <p class="small quiet">${words.promise}</p>
  </form>`
}

export const hubPage = (language: Language, fault?: string): Promise<Response> => {
  const words = wording[language].hub
  return sitePage({
    title: words.title,
    language,
    path: '/v',
    status: fault ? 422 : 200,
    main: html`<div class="stack loose">
      <div><h1>${words.title}</h1><p class="quiet">${words.lead}</p></div>
      ${fault ? html`<p class="notice fault" role="alert">${fault}</p>` : ''}
      ${verifyBox(language)}
    </div>`,
    script: true,
  })
}
