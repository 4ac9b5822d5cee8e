// Takes a credential back, with a reason that the public will read.
import type { Credential } from '@kolleges/api'
import { Button, Radio, Stack, Textarea } from '@mantine/core'
import { useState } from 'react'
import { useWords } from '../language/LanguageProvider.tsx'
import { Confirm } from '../ui/Confirm.tsx'
import { toastDone } from '../ui/toasts.tsx'
import { useRevoke } from './queries.ts'
import { words } from './words.ts'

const REASON_CHARACTERS_MAX = 300

export function RevokeDialog({ credential }: { credential: Credential }) {
  const say = useWords(words)
  const [idempotencyKey, setKey] = useState<string | null>(null)
  const close = () => setKey(null)
  return (
    <>
      <Button variant="subtle" color="red.7" onClick={() => setKey(crypto.randomUUID())}>
        {say.revoke}
      </Button>
      {idempotencyKey && <Dialog credential={credential} idempotencyKey={idempotencyKey} close={close} />}
    </>
  )
}

interface DialogProps {
  credential: Credential
  idempotencyKey: string
  close: () => void
}

function Dialog({ credential, idempotencyKey, close }: DialogProps) {
  const say = useWords(words)
  const [reason, setReason] = useState('')
  const [detail, setDetail] = useState('')
  const revoke = useRevoke(credential.id)
  const isOther = reason === say.reasons.at(-1)
  const full = isOther ? detail.trim() : [reason, detail.trim()].filter(Boolean).join(': ')
  const confirm = () =>
    revoke.mutate(
      { reason: full.slice(0, REASON_CHARACTERS_MAX), idempotencyKey },
      {
        onSuccess: () => {
          close()
          toastDone(say.revoked)
        },
      },
    )
  return (
    <Confirm
      opened
      danger
      title={say.revokeTitle}
      text={say.revokeText(credential.recipient.name)}
      action={say.revoke}
      busy={revoke.isPending}
      disabled={reason === '' || full === ''}
      onConfirm={confirm}
      onClose={close}
    >
      <Stack gap="sm">
        <Radio.Group label={say.reason} withAsterisk value={reason} onChange={setReason}>
          <Stack gap={8} mt={6}>
            {say.reasons.map((one) => (
              <Radio key={one} value={one} label={one} />
            ))}
          </Stack>
        </Radio.Group>
        <Textarea
          label={say.reasonDetail}
          withAsterisk={isOther}
          description={say.reasonDetailHint}
          autosize
          minRows={2}
          maxLength={200}
          value={detail}
          onChange={(event) => setDetail(event.currentTarget.value)}
        />
      </Stack>
    </Confirm>
  )
}
