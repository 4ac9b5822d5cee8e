// One message as its reader sees it.
import './mail.css'
import type { MessageBody } from '@kolleges/api'
import { Alert, Anchor, Tabs } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { Link } from 'react-router'
import { useFormat, useWords } from '../language/LanguageProvider.tsx'
import { Loaded } from '../ui/Loaded.tsx'
import { messageQuery } from './queries.ts'
import { words } from './words.ts'

export function MessageView({ id }: { id: string }) {
  const message = useQuery(messageQuery(id))
  return <Loaded query={message}>{(loaded) => <Opened message={loaded} />}</Loaded>
}

function Opened({ message }: { message: MessageBody }) {
  const say = useWords(words)
  const format = useFormat()
  return (
    <>
      <h2 className="step-title">{message.subject}</h2>
      <p className="section-lead">
        {say.to}: {message.to.name} &lt;{message.to.email}&gt; ·{' '}
        {format.date(message.sentAt ?? message.createdAt, 'moment')}
        {message.attempts > 1 && ` · ${say.attempts(message.attempts)}`}
        {message.credential && (
          <>
            {' · '}
            <Anchor component={Link} size="sm" to={`/credentials/${message.credential}`}>
              {say.credential}
            </Anchor>
          </>
        )}
      </p>
      {message.lastFault && message.state !== 'sent' && (
        <Alert color="red" mb="md" title={say.fault}>
          {message.lastFault}
        </Alert>
      )}
      {message.possiblyRepeated && (
        <Alert color="gold" mb="md">
          {say.repeated}
        </Alert>
      )}
      <Tabs defaultValue="html">
        <Tabs.List>
          <Tabs.Tab value="html">{say.html}</Tabs.Tab>
          <Tabs.Tab value="text">{say.text}</Tabs.Tab>
        </Tabs.List>
        <Tabs.Panel value="html" pt="md">
          {/* Neither scripts nor forms run in here; the same origin is only for the fonts, and links open beside the console. */}
          <iframe className="mail" title={say.frame} srcDoc={dressed(message.html)} sandbox={SANDBOX} />
        </Tabs.Panel>
        <Tabs.Panel value="text" pt="md">
          <pre className="mail-text">{message.text}</pre>
        </Tabs.Panel>
      </Tabs>
    </>
  )
}

const SANDBOX = 'allow-same-origin allow-popups allow-popups-to-escape-sandbox'

/** The mail asks for Pretendard first; its readers may have it, this machine gets ours. */
const face = (file: string, weights: string) =>
  `@font-face{font-family:Pretendard;font-weight:${weights};src:url("/assets/fonts/Pretendard-${file}.subset.woff2")}`
const FONT = `<style>${face('Regular', '100 549')}${face('Bold', '550 900')}</style>`

const dressed = (html: string): string => `<base target="_blank">${FONT}${html}`
