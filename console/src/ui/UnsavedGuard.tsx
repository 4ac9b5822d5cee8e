// Stops somebody from leaving with work that was not saved.
import { Button, Group, Modal, Stack, Text } from '@mantine/core'
import { type RefObject, useEffect } from 'react'
import { useBlocker } from 'react-router'
import { common } from '../language/common.ts'
import { useWords } from '../language/LanguageProvider.tsx'

interface UnsavedGuardProps {
  when: boolean
  /** Set just before a page leaves of its own accord, once everything is saved. */
  letGo?: RefObject<boolean>
}

export function UnsavedGuard({ when, letGo }: UnsavedGuardProps) {
  const say = useWords(common)
  const blocker = useBlocker(
    ({ currentLocation, nextLocation }) =>
      when && !letGo?.current && currentLocation.pathname !== nextLocation.pathname,
  )
  useEffect(() => {
    if (!when) return
    const ask = (event: BeforeUnloadEvent) => event.preventDefault()
    addEventListener('beforeunload', ask)
    return () => removeEventListener('beforeunload', ask)
  }, [when])
  return (
    <Modal
      opened={blocker.state === 'blocked'}
      onClose={() => blocker.reset?.()}
      title={say.unsavedTitle}
      closeButtonProps={{ 'aria-label': say.close }}
    >
      <Stack>
        <Text size="sm">{say.unsavedText}</Text>
        <Group justify="flex-end" gap="xs">
          <Button variant="default" onClick={() => blocker.proceed?.()}>
            {say.leave}
          </Button>
          <Button onClick={() => blocker.reset?.()}>{say.stay}</Button>
        </Group>
      </Stack>
    </Modal>
  )
}
