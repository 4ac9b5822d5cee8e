// Corrects what a credential says of its recipient: it is issued anew under the same number and link.
import type { Credential } from '@kolleges/api'
import { Button, TextInput } from '@mantine/core'
import { useState } from 'react'
import { useWords } from '../language/LanguageProvider.tsx'
import { Confirm } from '../ui/Confirm.tsx'
import { toastDone } from '../ui/toasts.tsx'
import { correctionOf } from './correction.ts'
import { useReplace } from './queries.ts'
import { words } from './words.ts'

export function ReplaceDialog({ credential }: { credential: Credential }) {
  const say = useWords(words)
  const [idempotencyKey, setKey] = useState<string | null>(null)
  const close = () => setKey(null)
  return (
    <>
      <Button variant="default" onClick={() => setKey(crypto.randomUUID())}>
        {say.replace}
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
  const [name, setName] = useState(credential.recipient.name)
  const [nameEn, setNameEn] = useState(credential.recipient.nameEn ?? '')
  const [result, setResult] = useState(credential.result ?? '')
  const replace = useReplace(credential.id)
  const correction = correctionOf(credential, { name, nameEn, result })
  const confirm = () =>
    replace.mutate(
      { ...correction, reason: say.replaceReason, idempotencyKey },
      {
        onSuccess: () => {
          close()
          toastDone(say.replaced)
        },
      },
    )
  return (
    <Confirm
      opened
      title={say.replaceTitle}
      text={say.replaceText}
      action={say.replace}
      busy={replace.isPending}
      disabled={correction === null}
      onConfirm={confirm}
      onClose={close}
    >
      <TextInput
        label={say.name}
        withAsterisk
        value={name}
        maxLength={100}
        onChange={(event) => setName(event.currentTarget.value)}
      />
      <TextInput
        label={say.nameEn}
        value={nameEn}
        maxLength={100}
        onChange={(event) => setNameEn(event.currentTarget.value)}
      />
      <TextInput
        label={say.result}
        value={result}
        maxLength={30}
        onChange={(event) => setResult(event.currentTarget.value)}
      />
    </Confirm>
  )
}
