// What one wants right after issuing: a look at the first page, and all the links.
import type { AwardBatch } from '@kolleges/api'
import { Button, Group } from '@mantine/core'
import { IconDownload, IconExternalLink } from '@tabler/icons-react'
import { useInfiniteQuery, useMutation } from '@tanstack/react-query'
import { Link } from 'react-router'
import { useMay } from '../access/session.ts'
import { useWords } from '../language/LanguageProvider.tsx'
import { Section } from '../ui/Page.tsx'
import { saveFile } from '../ui/save-file.ts'
import { composeLinksCsv } from './links-csv.ts'
import { credentialsQuery, readWholeBatch } from './queries.ts'
import { words } from './words.ts'

export function BatchResult({ batch, sendsMail }: { batch: AwardBatch; sendsMail: boolean }) {
  const say = useWords(words)
  const maySeeMessages = useMay('messages.read')
  const first = useInfiniteQuery(credentialsQuery({ award_batch: batch.id, state: 'issued' }, 1))
  const url = first.data?.pages[0]?.data[0]?.url
  return (
    <Section title={say.doneTitle(batch.counts.issued)} lead={sendsMail ? say.doneText : say.doneNoMail}>
      <Group gap="xs">
        {url && (
          <Button component="a" href={url} target="_blank" rightSection={<IconExternalLink size={16} aria-hidden />}>
            {say.openFirst}
          </Button>
        )}
        <DownloadLinks batch={batch} />
        <Button component={Link} to={`/credentials?award_batch=${batch.id}`} variant="default">
          {say.seeCredentials}
        </Button>
        {maySeeMessages && (
          <Button component={Link} to="/messages" variant="default">
            {say.seeMessages}
          </Button>
        )}
      </Group>
    </Section>
  )
}

function DownloadLinks({ batch }: { batch: AwardBatch }) {
  const say = useWords(words)
  const download = useMutation({
    mutationFn: () => readWholeBatch(batch.id),
    onSuccess: (credentials) =>
      saveFile(`${batch.achievement.name}.csv`, composeLinksCsv(say.csvHeads, credentials), 'text/csv;charset=utf-8'),
  })
  return (
    <Button
      variant="default"
      loading={download.isPending}
      leftSection={<IconDownload size={16} aria-hidden />}
      onClick={() => download.mutate()}
    >
      {say.downloadLinks}
    </Button>
  )
}
