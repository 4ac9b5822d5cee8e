/** The words of the sign-in pages; learners come here as well as staff, so Korean speaks gently. */
import { SIGN_IN_MINUTES_MAX } from './limits.ts'

export const WORDS = {
  ko: {
    title: '로그인',
    lead: '메일 주소를 알려 주시면 로그인 링크와 6자리 코드를 보내 드려요. 비밀번호는 없어요.',
    email: '메일 주소',
    send: '로그인 메일 받기',
    account:
      '처음 오셨나요? 같은 방법으로 바로 시작할 수 있어요. 배지를 받은 메일 주소로 로그인하면 내 배지가 모두 모여 있어요.',
    sentTitle: { mail: '메일을 보냈어요', screen: '서버 화면을 확인해 주세요', operator: '메일 서버가 아직 없어요' },
    sent: {
      mail: (email: string) =>
        `${email} 주소로 로그인 링크와 6자리 코드를 보냈어요. 메일의 버튼을 누르거나 코드를 아래에 넣어 주세요.`,
      screen: (email: string) =>
        `이 서버에는 메일 서버가 연결되어 있지 않아요. 그래서 ${email} 주소의 로그인 링크와 코드를 서버를 실행한 터미널에 표시했어요.`,
      operator: () =>
        '이 서버에는 메일 서버가 연결되어 있지 않아서 메일을 보낼 수 없어요. 서버 운영자가 아래 명령으로 로그인 링크를 만들어 전해 드릴 수 있어요.',
    },
    code: '6자리 코드',
    enter: '로그인하기',
    minutes: {
      mail: `코드와 링크는 ${SIGN_IN_MINUTES_MAX}분 동안 쓸 수 있어요. 메일이 보이지 않으면 스팸함도 확인해 주세요.`,
      screen: `코드와 링크는 ${SIGN_IN_MINUTES_MAX}분 동안 쓸 수 있어요.`,
      operator: `링크는 ${SIGN_IN_MINUTES_MAX}분 동안 한 번만 쓸 수 있어요.`,
    },
    again: '다시 받기',
    linkTitle: '로그인을 마무리해 주세요',
    linkLead: (email: string) => `버튼을 누르면 이 브라우저에서 ${email} 주소로 로그인돼요.`,
    spentTitle: '더 이상 쓸 수 없는 링크예요',
    spentLead: `로그인 링크는 ${SIGN_IN_MINUTES_MAX}분 동안 한 번만 쓸 수 있어요. 새 메일을 받아 다시 로그인해 주세요.`,
    signedInAs: (email: string) => `지금 ${email} 주소로 로그인되어 있어요.`,
    goOn: '계속하기',
    signOut: '로그아웃',
    faults: {
      'email-malformed': '메일 주소를 다시 확인해 주세요.',
      'rate-limited': '요청이 너무 많았어요. 잠시 후 다시 시도해 주세요.',
      'mail-unavailable': '지금은 메일을 보낼 수 없어요. 잠시 후 다시 시도해 주세요.',
      'sign-in-invalid': '코드가 맞지 않거나 만료되었어요. 가장 최근에 받은 메일의 코드를 넣어 주세요.',
    },
  },
  en: {
    title: 'Sign in',
    lead: 'Tell us your e-mail address and we send you a sign-in link and a six-digit code. There is no password.',
    email: 'E-mail address',
    send: 'Send me a sign-in message',
    account:
      'New here? You start the same way. Sign in with the address your badges were sent to and you find them all in one place.',
    sentTitle: {
      mail: 'Check your mail',
      screen: 'Look at the server’s screen',
      operator: 'There is no mail server yet',
    },
    sent: {
      mail: (email: string) =>
        `We sent a sign-in link and a six-digit code to ${email}. Press the button in the message, or enter the code here.`,
      screen: (email: string) =>
        `This server has no mail server, so the link and the code for ${email} are shown in the terminal it was started from.`,
      operator: () =>
        'This server has no mail server, so no message can be sent. Whoever runs it can make a sign-in link for you with this command.',
    },
    code: 'Six-digit code',
    enter: 'Sign in',
    minutes: {
      mail: `The code and the link work for ${SIGN_IN_MINUTES_MAX} minutes. If you see no message, look in your spam folder.`,
      screen: `The code and the link work for ${SIGN_IN_MINUTES_MAX} minutes.`,
      operator: `A link works once, for ${SIGN_IN_MINUTES_MAX} minutes.`,
    },
    again: 'Get a new one',
    linkTitle: 'Finish signing in',
    linkLead: (email: string) => `Press the button to sign in as ${email} with this browser.`,
    spentTitle: 'This link no longer works',
    spentLead: `A sign-in link works once, for ${SIGN_IN_MINUTES_MAX} minutes. Ask for a new message to sign in.`,
    signedInAs: (email: string) => `You are signed in as ${email}.`,
    goOn: 'Continue',
    signOut: 'Sign out',
    faults: {
      'email-malformed': 'Please check the e-mail address.',
      'rate-limited': 'There were too many requests. Please try again in a while.',
      'mail-unavailable': 'Mail cannot be sent right now. Please try again in a while.',
      'sign-in-invalid': 'The code is wrong or has expired. Enter the code of the newest message.',
    },
  },
} as const
