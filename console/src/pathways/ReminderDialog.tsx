// Asks before learners who are one requirement short are written to: whom it reaches, what they read, who is left out.
import type { Reminder } from '@kolleges/api'
import { Button, Group, Modal, NumberInput } from '@mantine/core'
import { useState } from 'react'
import { common } from '../language/common.ts'
import { useWords } from '../language/LanguageProvider.tsx'
import { Loaded } from '../ui/Loaded.tsx'
import { toastDone } from '../ui/toasts.tsx'
import { useRemind, useReminderPreview } from './queries.ts'
import { staffWords } from './staff-words.ts'

const DAYS = 30

export function ReminderDialog({ id, onClose }: { id: string; onClose: () => void }) {
  const say = useWords(staffWords)
  const close = useWords(common).close
  const [everyDays, setEveryDays] = useState(DAYS)
  const preview = useReminderPreview(id, everyDays)
  const remind = useRemind(id)
  const send = () =>
    remind.mutate(everyDays, {
      onSuccess: ({ told }) => {
        toastDone(say.sent(told))
        onClose()
      },
    })
  return (
    <Modal opened size="lg" onClose={onClose} title={say.remindTitle} closeButtonProps={{ 'aria-label': close }}>
      <p>{say.remindLead}</p>
      <NumberInput
        label={say.everyDays}
        min={1}
        max={365}
        value={everyDays}
        onChange={(value) => setEveryDays(Math.min(365, Math.max(1, Number(value) || DAYS)))}
        my="sm"
      />
      <Loaded query={preview}>{(told) => <Preview reminder={told} />}</Loaded>
      <Group justify="flex-end" mt="md">
        <Button variant="default" onClick={onClose}>
          {say.cancel}
        </Button>
        <Button loading={remind.isPending} disabled={!preview.data || preview.data.told === 0} onClick={send}>
          {say.send}
        </Button>
      </Group>
    </Modal>
  )
}

function Preview({ reminder: { told, skipped, message } }: { reminder: Reminder }) {
  const say = useWords(staffWords)
  return (
    <div role="status">
      <p>
        <strong>{told === 0 ? say.nobody : say.willReach(told)}</strong>
      </p>
      {skipped.length > 0 && (
        <details>
          <summary>{say.skipped(skipped.length)}</summary>
          <ul>
            {skipped.map(({ learner, because, at }) => (
              <li key={learner.id}>
                {learner.name}: {say.because[because]}
                {at ? ` (${at.slice(0, 10)})` : ''}
              </li>
            ))}
          </ul>
        </details>
      )}
      {message && (
        <section aria-label={say.example} className="reminder-example">
          <p className="quiet">{say.example}</p>
          <p>
            <strong>{message.subject}</strong>
          </p>
          <div style={{ whiteSpace: 'pre-line' }}>{message.text}</div>
        </section>
      )}
    </div>
  )
}
