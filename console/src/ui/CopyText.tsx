// A piece of text with a button that copies it.
import { ActionIcon, Button, CopyButton, Tooltip } from '@mantine/core'
import { IconCheck, IconCopy } from '@tabler/icons-react'
import { common } from '../language/common.ts'
import { useWords } from '../language/LanguageProvider.tsx'

export function CopyText({ text, shown = text }: { text: string; shown?: string }) {
  return (
    <span className="above-row-link" style={{ display: 'inline-flex', alignItems: 'center', gap: 4, maxWidth: '100%' }}>
      <code style={{ fontSize: 13, overflowWrap: 'anywhere', wordBreak: 'break-all' }}>{shown}</code>
      <CopyIcon text={text} />
    </span>
  )
}

export function CopyIcon({ text }: { text: string }) {
  const say = useWords(common)
  return (
    <CopyButton value={text}>
      {({ copied, copy }) => (
        <Tooltip label={copied ? say.copied : say.copy} withArrow>
          <ActionIcon variant="subtle" color="ink.6" size="md" onClick={copy} aria-label={`${say.copy}: ${text}`}>
            {copied ? <IconCheck size={16} aria-hidden /> : <IconCopy size={16} aria-hidden />}
          </ActionIcon>
        </Tooltip>
      )}
    </CopyButton>
  )
}

export function CopyLink({ text, label }: { text: string; label: string }) {
  const say = useWords(common)
  return (
    <CopyButton value={text}>
      {({ copied, copy }) => (
        <Button variant="default" leftSection={<IconCopy size={16} aria-hidden />} onClick={copy}>
          {copied ? say.copied : label}
        </Button>
      )}
    </CopyButton>
  )
}
