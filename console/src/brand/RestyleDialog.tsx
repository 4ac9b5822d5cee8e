// Offers to dress the drafts of a kit that was just changed: which ones is the staff's choice, and it can be undone.
import type { BrandKit } from '@kolleges/api'
import { Button, Checkbox, Group, Modal, Stack, Text } from '@mantine/core'
import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { common } from '../language/common.ts'
import { useWords } from '../language/LanguageProvider.tsx'
import { toastDone, toastFault, toastUndoable } from '../ui/toasts.tsx'
import type { Restylable } from './restyle.ts'
import { words } from './words.ts'

interface RestyleDialogProps {
  kit: BrandKit
  drafts: Restylable[]
  onClose: () => void
}

export function RestyleDialog({ drafts, onClose }: RestyleDialogProps) {
  const say = useWords(words)
  const shared = useWords(common)
  const [chosen, setChosen] = useState(() => drafts.filter((one) => !one.isPublished).map(({ id }) => id))
  const [isBusy, setBusy] = useState(false)
  const restyle = useRestyle()
  const run = async () => {
    setBusy(true)
    await restyle(drafts.filter(({ id }) => chosen.includes(id)))
    onClose()
  }
  return (
    <Modal opened onClose={onClose} title={say.restyleTitle} closeButtonProps={{ 'aria-label': shared.close }}>
      <Stack>
        <Text size="sm">{say.restyleText}</Text>
        <Checkbox.Group value={chosen} onChange={setChosen}>
          <Stack gap={10} className="restyle-list">
            {drafts.map(({ id, kind, name, isPublished }) => (
              <Checkbox
                key={id}
                value={id}
                label={name}
                description={`${kind === 'design' ? say.restyleDesigns : say.restyleAchievements} · ${isPublished ? say.publishedDraft : say.draft}`}
              />
            ))}
          </Stack>
        </Checkbox.Group>
        <Group justify="flex-end" gap="xs">
          <Button variant="default" onClick={onClose}>
            {say.later}
          </Button>
          <Button loading={isBusy} disabled={chosen.length === 0} onClick={() => void run()}>
            {say.restyle(chosen.length)}
          </Button>
        </Group>
      </Stack>
    </Modal>
  )
}

/** One after the other; what somebody else is changing at the moment is left alone and told. */
function useRestyle() {
  const say = useWords(words)
  const client = useQueryClient()
  const refresh = () =>
    Promise.all(['designs', 'achievements'].map((key) => client.invalidateQueries({ queryKey: [key] })))
  return async (drafts: readonly Restylable[]) => {
    const undos: (() => Promise<unknown>)[] = []
    for (const { apply } of drafts)
      await apply().then(
        (undo) => undos.push(undo),
        () => {},
      )
    await refresh()
    const takeBack = async () => {
      await Promise.allSettled(undos.map((undo) => undo()))
      await refresh()
      toastDone(say.restyleUndone)
    }
    if (undos.length > 0) toastUndoable(say.restyled(undos.length), () => void takeBack())
    if (undos.length < drafts.length) toastFault(say.restylePartly(undos.length, drafts.length))
  }
}
