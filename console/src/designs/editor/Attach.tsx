// Attaches a published certificate to what is earned, so that issuing gives it along.
import { type Achievement, type Design, routes } from '@kolleges/api'
import { Button, Group, Modal, Select, Stack, Text } from '@mantine/core'
import { useInfiniteQuery, useMutation, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { achievementsQuery } from '../../achievements/queries.ts'
import { api } from '../../api.ts'
import { useWords } from '../../language/LanguageProvider.tsx'
import { Loaded } from '../../ui/Loaded.tsx'
import { toastDone } from '../../ui/toasts.tsx'
import { designQuery } from '../queries.ts'
import { words } from './words.ts'

interface AttachProps {
  design: Design
  isOpen: boolean
  onClose: () => void
}

export function Attach({ design, isOpen, onClose }: AttachProps) {
  const say = useWords(words)
  const list = useInfiniteQuery(achievementsQuery())
  const all = list.data?.pages.flatMap((page) => page.data).filter(({ state }) => state !== 'retired')
  return (
    <Modal opened={isOpen} onClose={onClose} title={say.attach} closeButtonProps={{ 'aria-label': say.attach }}>
      <Stack>
        <Text size="sm">{design.version === null ? say.attachFirst : say.attachLead}</Text>
        {design.usedBy.length > 0 && (
          <Text size="sm" c="dimmed">
            {say.attachedNow}: {design.usedBy.map(({ name }) => name).join(', ')}
          </Text>
        )}
        {design.version !== null && (
          <Loaded query={{ ...list, data: all }}>
            {(achievements) =>
              achievements.length === 0 ? (
                <Text size="sm">{say.noAchievements}</Text>
              ) : (
                <Choice design={design} achievements={achievements} onDone={onClose} />
              )
            }
          </Loaded>
        )}
      </Stack>
    </Modal>
  )
}

function Choice({ design, achievements, onDone }: { design: Design; achievements: Achievement[]; onDone: () => void }) {
  const say = useWords(words)
  const client = useQueryClient()
  const [id, setId] = useState(achievements[0]?.id ?? '')
  const attach = useMutation({
    mutationFn: async () => {
      const body = { certificate: { design: design.id } }
      const changed = await api.call(routes.achievements.change, { params: { id }, body })
      return changed.hasUnpublishedChanges || changed.version === null
        ? api.call(routes.achievements.publish, { params: { id } })
        : changed
    },
    onSuccess: ({ name }) => {
      void client.invalidateQueries({ queryKey: ['achievements'] })
      void client.invalidateQueries(designQuery(design.id))
      toastDone(say.attached(name))
      onDone()
    },
  })
  return (
    <>
      <Select
        label={say.attachTo}
        value={id}
        onChange={(chosen) => setId(chosen ?? '')}
        data={achievements.map(({ id: value, name: label }) => ({ value, label }))}
      />
      <Group justify="flex-end">
        <Button loading={attach.isPending} onClick={() => attach.mutate()}>
          {say.attachGo}
        </Button>
      </Group>
    </>
  )
}
