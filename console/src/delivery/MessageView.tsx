// One message as its reader sees it.
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
        <Alert color="yellow" mb="md">
          {say.repeated}
        </Alert>
      )}
      <Tabs defaultValue="html">
        <Tabs.List>
          <Tabs.Tab value="html">{say.html}</Tabs.Tab>
          <Tabs.Tab value="text">{say.text}</Tabs.Tab>
        </Tabs.List>
        <Tabs.Panel value="html" pt="md">
          {/* No scripts and no forms run in here; links open beside the console. */}
          <iframe
            className="mail"
            title={say.frame}
            srcDoc={withNewTabs(message.html)}
            sandbox="allow-popups allow-popups-to-escape-sandbox"
          />
        </Tabs.Panel>
        <Tabs.Panel value="text" pt="md">
          <pre className="mail-text">{message.text}</pre>
        </Tabs.Panel>
      </Tabs>
    </>
  )
}

const withNewTabs = (html: string): string => `<base target="_blank">${html}`
