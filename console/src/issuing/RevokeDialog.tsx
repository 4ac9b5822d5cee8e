// Takes a credential back, with a reason that the public will read.
import type { Credential } from '@kolleges/api'
import { Button } from '@mantine/core'
import { useState } from 'react'
import { useWords } from '../language/LanguageProvider.tsx'
import { Confirm } from '../ui/Confirm.tsx'
import { toastDone } from '../ui/toasts.tsx'
import { useRevoke } from './queries.ts'
import { ReasonFields, useReason } from './ReasonFields.tsx'
import { words } from './words.ts'

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
  const choice = useReason(say.reasons)
  const revoke = useRevoke(credential.id)
  const confirm = () =>
    revoke.mutate(
      { reason: choice.full, idempotencyKey },
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
      disabled={choice.full === ''}
      onConfirm={confirm}
      onClose={close}
    >
      <ReasonFields reasons={say.reasons} choice={choice} />
    </Confirm>
  )
}
