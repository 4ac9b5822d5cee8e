// The outbox: every message to learners, opened beside the list.
import type { Message } from '@kolleges/api'
import { Alert, Drawer } from '@mantine/core'
import { useInfiniteQuery } from '@tanstack/react-query'
import { useNavigate, useParams } from 'react-router'
import { useSession } from '../access/session.ts'
import { common } from '../language/common.ts'
import { useWords } from '../language/LanguageProvider.tsx'
import { Chip } from '../ui/Chip.tsx'
import { Empty } from '../ui/Empty.tsx'
import { type Column, ListTable, RowLink } from '../ui/ListTable.tsx'
import { Loaded } from '../ui/Loaded.tsx'
import { LoadMore } from '../ui/LoadMore.tsx'
import { Page } from '../ui/Page.tsx'
import { When } from '../ui/When.tsx'
import { MessageView } from './MessageView.tsx'
import { messagesQuery } from './queries.ts'
import { words } from './words.ts'

const TONES = { queued: 'neutral', sending: 'info', sent: 'ok', failed: 'bad' } as const

export function MessagesPage() {
  const say = useWords(words)
  const { sendsMail } = useSession()
  const list = useInfiniteQuery(messagesQuery())
  const messages = list.data?.pages.flatMap((page) => page.data)
  return (
    <Page title={say.messages} lead={say.lead}>
      {!sendsMail && (
        <Alert color="gold" mb="md" title={say.notSent}>
          {say.notSentText}
        </Alert>
      )}
      <Loaded query={{ ...list, data: messages }}>
        {(rows) => (rows.length === 0 ? <Empty title={say.none} text={say.noneText} /> : <MessageTable rows={rows} />)}
      </Loaded>
      <LoadMore query={list} />
      <OpenMessage />
    </Page>
  )
}

function MessageTable({ rows }: { rows: Message[] }) {
  const say = useWords(words)
  const heads = say.columns
  const columns: Column<Message>[] = [
    { head: heads.to, cell: ({ id, to }) => <RowLink to={`/messages/${id}`}>{to.name || to.email}</RowLink> },
    { head: heads.subject, wide: true, cell: ({ subject }) => subject },
    { head: heads.state, width: 100, cell: (message) => <MessageChip message={message} /> },
    {
      head: heads.when,
      align: 'right',
      width: 120,
      cell: ({ sentAt, createdAt }) => <When at={sentAt ?? createdAt} />,
    },
  ]
  return <ListTable caption={say.messages} columns={columns} rows={rows} />
}

/** Without a mail server nothing is "sent", whatever the outbox calls it. */
function MessageChip({ message }: { message: Message }) {
  const say = useWords(words)
  const { sendsMail } = useSession()
  if (!sendsMail && message.state !== 'failed') return <Chip>{say.kept}</Chip>
  return <Chip tone={TONES[message.state]}>{say.states[message.state]}</Chip>
}

function OpenMessage() {
  const say = useWords(words)
  const { close } = useWords(common)
  const { id } = useParams()
  const navigate = useNavigate()
  return (
    <Drawer
      opened={id !== undefined}
      onClose={() => void navigate('/messages')}
      position="right"
      size={680}
      title={say.message}
      closeButtonProps={{ 'aria-label': close }}
    >
      {id && <MessageView id={id} />}
    </Drawer>
  )
}
