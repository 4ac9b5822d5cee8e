// The keys with which other systems work here.
import type { ApiKey } from '@kolleges/api'
import { Button } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useWords } from '../language/LanguageProvider.tsx'
import { Chip } from '../ui/Chip.tsx'
import { Confirm } from '../ui/Confirm.tsx'
import { Empty } from '../ui/Empty.tsx'
import { type Column, ListTable } from '../ui/ListTable.tsx'
import { Loaded } from '../ui/Loaded.tsx'
import { Page } from '../ui/Page.tsx'
import { toastDone } from '../ui/toasts.tsx'
import { When } from '../ui/When.tsx'
import { CreateApiKey } from './CreateApiKey.tsx'
import { apiKeysQuery, useRevokeApiKey } from './queries.ts'
import { useMay } from './session.ts'
import { words } from './words.ts'

export function ApiKeysPage() {
  const say = useWords(words)
  const keys = useQuery(apiKeysQuery)
  const mayWrite = useMay('api-keys.write')
  return (
    <Page title={say.apiKeys} lead={say.apiKeysLead} actions={mayWrite && <CreateApiKey />}>
      <Loaded query={keys}>
        {({ data }) =>
          data.length === 0 ? <Empty title={say.noKeysTitle} text={say.noKeysText} /> : <KeyTable keys={data} />
        }
      </Loaded>
    </Page>
  )
}

function KeyTable({ keys }: { keys: ApiKey[] }) {
  const say = useWords(words)
  const columns: Column<ApiKey>[] = [
    { head: say.name, cell: ({ name }) => <strong>{name}</strong> },
    {
      head: say.key,
      wide: true,
      width: 130,
      cell: ({ lastFour }) => <code className="nowrap">kl_live_…{lastFour}</code>,
    },
    { head: say.keyRole, wide: true, width: 110, cell: ({ role }) => say.roles[role] },
    {
      head: say.lastUsed,
      wide: true,
      width: 140,
      cell: ({ lastUsedAt }) => (lastUsedAt ? <When at={lastUsedAt} /> : <span className="quiet">{say.never}</span>),
    },
    {
      head: say.state,
      width: 90,
      cell: ({ revokedAt }) => <Chip tone={revokedAt ? 'neutral' : 'ok'}>{revokedAt ? say.revoked : say.inUse}</Chip>,
    },
    { head: say.manage, align: 'right', width: 90, cell: (key) => !key.revokedAt && <Revoke apiKey={key} /> },
  ]
  return <ListTable caption={say.apiKeys} columns={columns} rows={keys} />
}

function Revoke({ apiKey }: { apiKey: ApiKey }) {
  const say = useWords(words)
  const mayWrite = useMay('api-keys.write')
  const [isAsking, setAsking] = useState(false)
  const revoke = useRevokeApiKey()
  const confirm = () =>
    revoke.mutate(apiKey.id, {
      onSuccess: () => {
        setAsking(false)
        toastDone(say.revokedDone)
      },
    })
  if (!mayWrite) return null
  return (
    <>
      <Button
        variant="subtle"
        color="red.7"
        size="compact-sm"
        aria-label={`${say.revoke}: ${apiKey.name}`}
        onClick={() => setAsking(true)}
      >
        {say.revoke}
      </Button>
      <Confirm
        opened={isAsking}
        danger
        title={say.revokeTitle(apiKey.name)}
        text={say.revokeText}
        action={say.revoke}
        busy={revoke.isPending}
        onConfirm={confirm}
        onClose={() => setAsking(false)}
      />
    </>
  )
}
