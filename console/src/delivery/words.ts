// What the outbox says.
import type { Message } from '@kolleges/api'

const ko = {
  messages: '보낸 메시지',
  lead: '받는 사람이 보는 그대로입니다.',
  notSent: '메일 서버가 설정되지 않았습니다.',
  notSentText:
    '메시지는 여기에만 쌓이고 실제로는 나가지 않습니다. 운영 담당자가 SMTP_URL을 설정하면 그때부터 메일로 보냅니다.',
  none: '아직 보낸 메시지가 없습니다',
  noneText: '배지를 발급하면 받는 사람에게 보낸 메시지가 여기에 보입니다.',
  columns: { to: '받는 사람', subject: '제목', state: '상태', when: '시각' },
  states: { queued: '대기 중', sending: '보내는 중', sent: '보냄', failed: '실패' } as Record<Message['state'], string>,
  kept: '보관됨',
  message: '메시지',
  html: '메일 모양',
  text: '글자만',
  frame: '메일 미리 보기',
  attempts: (n: number) => `${n}번 시도`,
  fault: '실패 이유',
  repeated: '서버가 도중에 멈춰 같은 메일이 한 번 더 갔을 수 있습니다.',
  credential: '이 메시지의 증명 보기',
  to: '받는 사람',
}
const en = {
  messages: 'Messages',
  lead: 'Exactly as their readers see them.',
  notSent: 'No mail server is set up.',
  notSentText: 'Messages are only kept here and not really sent. Once the operator sets SMTP_URL, they go out as mail.',
  none: 'No messages yet',
  noneText: 'When you issue a badge, what its recipients are sent appears here.',
  columns: { to: 'To', subject: 'Subject', state: 'State', when: 'When' },
  states: { queued: 'Waiting', sending: 'Sending', sent: 'Sent', failed: 'Failed' },
  kept: 'Kept',
  message: 'Message',
  html: 'As mail',
  text: 'Plain text',
  frame: 'Preview of the mail',
  attempts: (n: number) => (n === 1 ? '1 attempt' : `${n} attempts`),
  fault: 'Why it failed',
  repeated: 'The server stopped half-way, so this mail may have gone out twice.',
  credential: 'See its credential',
  to: 'To',
} satisfies typeof ko

export const words = { ko, en }
