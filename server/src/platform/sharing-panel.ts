/** What a holder can do with a credential of theirs: share it, keep its files, choose who sees it. */
import type { Language } from './handler.ts'
import { pageIcon } from './icons.ts'
import { linkedInProfileUrl } from './linkedin.ts'
import { html, type Markup } from './page.ts'

export type Sharing = {
  readonly publicId: string
  readonly url: string
  readonly title: string
  readonly institutionName: string
  readonly number: string
  readonly issuedAt: string
  readonly expiresAt: string | null
  readonly visibility: 'public' | 'link' | 'private'
  readonly nameHidden: boolean
  readonly maskedName: string
  readonly isRevoked: boolean
  /** There is a certificate to print. */
  readonly isCertified: boolean
  /** Another button on the page is the one to press. */
  readonly isQuiet?: boolean
}

const WORDS = {
  ko: {
    link: '공유할 링크',
    copy: '링크 복사',
    copied: '링크를 복사했어요. 카카오톡 대화방에 붙여 넣으면 배지 미리보기가 나타나요.',
    linkedIn: '링크드인에 추가',
    linkedInMore: '(새 창)',
    certificate: 'PDF 증서 내려받기',
    certificateSmall: '메일로 보낼 작은 PDF',
    images: '올릴 이미지',
    square: '정사각형 이미지',
    story: '스토리 이미지',
    imagesMore: '인스타그램이나 카카오톡에 바로 올릴 수 있어요.',
    download: '원본 파일 내려받기',
    downloadMore: 'PNG와 SVG에는 검증할 수 있는 증명이 들어 있어요.',
    privateNow: '지금은 나만 볼 수 있어요. 공유하려면 아래에서 공개 범위를 바꿔 주세요.',
    visibility: '공개 범위',
    public: '전체 공개 — 검색에도 나와요',
    unlisted: '링크가 있는 사람만 — 검색에는 나오지 않아요',
    private: '나만 보기 — 링크도 열리지 않아요',
    hideName: (masked: string): string => `이름 가리기 (${masked})`,
    hideNameMore: '이름을 가리면 이름이 들어 있는 원본 파일도 나만 내려받을 수 있어요.',
    save: '저장',
  },
  en: {
    link: 'Link to share',
    copy: 'Copy link',
    copied: 'Link copied. Paste it into a chat and a preview card appears.',
    linkedIn: 'Add to LinkedIn',
    linkedInMore: '(new window)',
    certificate: 'Download the PDF certificate',
    certificateSmall: 'Smaller PDF for e-mail',
    images: 'Images to post',
    square: 'Square image',
    story: 'Story image',
    imagesMore: 'Ready to post on Instagram or KakaoTalk.',
    download: 'Download original files',
    downloadMore: 'The PNG and the SVG carry the credential inside and can be verified.',
    privateNow: 'Only you can see it now. To share it, change who can see it below.',
    visibility: 'Who can see it',
    public: 'Public — in search too',
    unlisted: 'Anyone with the link — not in search',
    private: 'Only me — links don’t open',
    hideName: (masked: string): string => `Mask my name (${masked})`,
    hideNameMore: 'While masked, the original files, which contain your name, are yours alone.',
    save: 'Save',
  },
}

/** `back` is the path of this page, where the forms lead back to. */
export const sharingPanel = (sharing: Sharing, language: Language, back: string): Markup => html`
  <div class="stack">
    ${sharing.visibility === 'private' ? html`<p class="notice">${WORDS[language].privateNow}</p>` : shareLine(sharing, language)}
    ${certificateLine(sharing, language)} ${imageLine(sharing, language)} ${fileLine(sharing, language)} ${visibilityForm(sharing, language, back)}
  </div>`

const shareLine = (sharing: Sharing, language: Language): Markup => html`
  <div class="field">
    <label for="link-${sharing.publicId}">${WORDS[language].link}</label>
    <input type="text" id="link-${sharing.publicId}" readonly value="${sharing.url}">
    <div class="actions">
      <button type="button" class="button${sharing.isQuiet ? '' : ' primary'}" hidden data-copy="${sharing.url}" data-done="${WORDS[language].copied}">${pageIcon('link')}${WORDS[language].copy}</button>
      ${
        sharing.isRevoked
          ? ''
          : html`<a class="button" href="${linkedInProfileUrl({ ...sharing, name: sharing.title })}" target="_blank" rel="noopener">${WORDS[language].linkedIn}<span class="visually-hidden"> ${WORDS[language].linkedInMore}</span></a>`
      }
      <p class="small quiet" role="status" data-copied></p>
    </div>
  </div>`

const certificateLine = ({ publicId, isCertified }: Sharing, language: Language): Markup | '' =>
  isCertified
    ? html`<div class="actions">
      <a class="button" href="/c/${publicId}.pdf" download>${pageIcon('download')}${WORDS[language].certificate}</a>
      <a class="button plain" href="/c/${publicId}.pdf?size=screen" download>${WORDS[language].certificateSmall}</a>
    </div>`
    : ''

/** A stopped credential is not offered for posting. */
const imageLine = ({ publicId, isRevoked, visibility }: Sharing, language: Language): Markup | '' =>
  isRevoked || visibility === 'private'
    ? ''
    : html`<div class="field">
      <p class="label" id="images-${publicId}">${WORDS[language].images}</p>
      <div class="actions files" role="group" aria-labelledby="images-${publicId}">
        <a class="button" href="/c/${publicId}/square.png" download>${pageIcon('download')}${WORDS[language].square}</a>
        <a class="button" href="/c/${publicId}/story.png" download>${pageIcon('download')}${WORDS[language].story}</a>
      </div>
      <p class="small quiet">${WORDS[language].imagesMore}</p>
    </div>`

const fileLine = ({ publicId }: Sharing, language: Language): Markup => html`
  <div class="field">
    <p class="label" id="files-${publicId}">${WORDS[language].download}</p>
    <div class="actions files" role="group" aria-labelledby="files-${publicId}">
      ${['png', 'svg', 'json'].map(
        (kind) =>
          html`<a class="button" href="/c/${publicId}.${kind}" download>${pageIcon('download')}${kind.toUpperCase()}</a>`,
      )}
    </div>
    <p class="small quiet">${WORDS[language].downloadMore}</p>
  </div>`

function visibilityForm(sharing: Sharing, language: Language, back: string): Markup {
  const words = WORDS[language]
  const choice = (value: Sharing['visibility'], label: string): Markup => html`
    <label class="choice"><input type="radio" name="visibility" value="${value}"${sharing.visibility === value ? html` checked` : ''}>${label}</label>`
  return html`
    <form method="post" action="/me/credentials/${sharing.publicId}/visibility" class="field">
      <input type="hidden" name="back" value="${back}">
      <fieldset>
        <legend>${words.visibility}</legend>
        ${choice('public', words.public)} ${choice('link', words.unlisted)} ${choice('private', words.private)}
        <label class="choice"><input type="checkbox" name="hide_name" value="yes"${sharing.nameHidden ? html` checked` : ''}>${words.hideName(sharing.maskedName)}</label>
        <p class="small quiet">${words.hideNameMore}</p>
      </fieldset>
      <div class="actions"><button class="button">${words.save}</button></div>
    </form>`
}
