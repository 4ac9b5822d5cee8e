// Asks once more before something that cannot easily be taken back.
import { Button, Group, Modal, Stack, Text } from '@mantine/core'
import type { ReactNode } from 'react'
import { common } from '../language/common.ts'
import { useWords } from '../language/LanguageProvider.tsx'

interface ConfirmProps {
  opened: boolean
  title: string
  text: ReactNode
  action: string
  danger?: boolean
  busy?: boolean
  onConfirm: () => void
  onClose: () => void
  children?: ReactNode
  disabled?: boolean
}

export function Confirm({ opened, title, text, action, danger, busy, onConfirm, onClose, ...rest }: ConfirmProps) {
  const say = useWords(common)
  return (
    <Modal opened={opened} onClose={onClose} title={title} closeButtonProps={{ 'aria-label': say.close }}>
      <Stack>
        <Text size="sm" component="div">
          {text}
        </Text>
        {rest.children}
        <Group justify="flex-end" gap="xs">
          <Button variant="default" onClick={onClose}>
            {say.cancel}
          </Button>
          <Button color={danger ? 'red.7' : undefined} loading={busy} disabled={rest.disabled} onClick={onConfirm}>
            {action}
          </Button>
        </Group>
      </Stack>
    </Modal>
  )
}
