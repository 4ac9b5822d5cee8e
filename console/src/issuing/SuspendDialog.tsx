// Takes a credential out of force for a while, with a reason that the public will read, and puts it back.
import type { Credential } from '@kolleges/api'
import { Button, TextInput } from '@mantine/core'
import { useState } from 'react'
import { dayInSeoul, endOfDayInSeoul } from '../language/format.ts'
import { useWords } from '../language/LanguageProvider.tsx'
import { Confirm } from '../ui/Confirm.tsx'
import { toastDone, toastUndoable } from '../ui/toasts.tsx'
import { useReinstate, useSuspend } from './queries.ts'
import { ReasonFields, useReason } from './ReasonFields.tsx'
import { words } from './words.ts'

export function SuspendDialog({ credential }: { credential: Credential }) {
  const say = useWords(words)
  const [idempotencyKey, setKey] = useState<string | null>(null)
  const close = () => setKey(null)
  return (
    <>
      <Button variant="subtle" color="gold.9" onClick={() => setKey(crypto.randomUUID())}>
        {say.suspend}
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
  const choice = useReason(say.suspendReasons)
  const [until, setUntil] = useState('')
  const suspend = useSuspend(credential.id)
  const reinstate = useReinstate(credential.id)
  const isOver = until !== '' && until < dayInSeoul(Date.now())
  const confirm = () =>
    suspend.mutate(
      { reason: choice.full, ...(until ? { until: endOfDayInSeoul(until) } : {}), idempotencyKey },
      {
        onSuccess: () => {
          close()
          toastUndoable(say.suspended, () => reinstate.mutate())
        },
      },
    )
  return (
    <Confirm
      opened
      title={say.suspendTitle}
      text={say.suspendText(credential.recipient.name)}
      action={say.suspend}
      busy={suspend.isPending}
      disabled={choice.full === '' || isOver}
      onConfirm={confirm}
      onClose={close}
    >
      <ReasonFields reasons={say.suspendReasons} choice={choice} />
      <TextInput
        type="date"
        label={say.suspendUntil}
        description={say.suspendUntilHint}
        value={until}
        error={isOver && say.ended}
        onChange={(event) => setUntil(event.currentTarget.value)}
      />
    </Confirm>
  )
}

export function Reinstate({ credential }: { credential: Credential }) {
  const say = useWords(words)
  const reinstate = useReinstate(credential.id)
  return (
    <Button
      variant="default"
      loading={reinstate.isPending}
      onClick={() => reinstate.mutate(undefined, { onSuccess: () => toastDone(say.reinstated) })}
    >
      {say.reinstate}
    </Button>
  )
}
