// Takes a roster: pasted from a spreadsheet, chosen as a file, or dropped.
import './roster.css'
import { Alert, Anchor, Button, FileButton, Group, Text, Textarea } from '@mantine/core'
import { IconUpload } from '@tabler/icons-react'
import { type DragEvent, useState } from 'react'
import { explain } from '../api.ts'
import { useLanguage, useWords } from '../language/LanguageProvider.tsx'
import type { Roster } from './use-roster.ts'
import { words } from './words.ts'

const ACCEPTED = '.csv,.tsv,.txt,.xlsx,text/csv,application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'

/** An empty workbook with the right headings. */
const TEMPLATE = '/roster-template.xlsx'

export function RosterInput({ roster }: { roster: Roster }) {
  const say = useWords(words)
  const { language } = useLanguage()
  const [text, setText] = useState('')
  const drop = useDrop((file) => roster.read({ kind: 'file', file }))
  const readText = (typed: string) => typed.trim() !== '' && roster.read({ kind: 'text', text: typed })
  return (
    <div className="drop-zone" data-over={drop.isOver || undefined} {...drop.listeners}>
      <Textarea
        label={say.paste}
        description={say.pasteHint}
        placeholder={say.placeholder}
        rows={8}
        value={text}
        disabled={roster.isReading}
        spellCheck={false}
        classNames={{ input: 'paste-box' }}
        onChange={(event) => setText(event.currentTarget.value)}
        onPaste={(event) => {
          // A table pasted into the empty box is read at once; typing on is for those who correct by hand.
          const pasted = event.clipboardData.getData('text/plain')
          if (text === '' && pasted.includes('\n')) readText(pasted)
        }}
      />
      {roster.fault !== null && (
        <Alert color="red" mt="sm" role="alert">
          {explain(roster.fault, language)}
        </Alert>
      )}
      <Group mt="md" gap="sm">
        <Button loading={roster.isReading} disabled={text.trim() === ''} onClick={() => readText(text)}>
          {say.read}
        </Button>
        <Text size="sm" c="dimmed">
          {say.or}
        </Text>
        <FileButton accept={ACCEPTED} onChange={(file) => file && roster.read({ kind: 'file', file })}>
          {(props) => (
            <Button {...props} variant="default" leftSection={<IconUpload size={16} aria-hidden />}>
              {say.chooseFile}
            </Button>
          )}
        </FileButton>
        <Text size="sm" c="dimmed">
          {drop.isOver ? say.dropHere : say.dropFile} <Anchor href={TEMPLATE}>{say.template}</Anchor>
        </Text>
      </Group>
    </div>
  )
}

function useDrop(take: (file: File) => void) {
  const [isOver, setOver] = useState(false)
  const listeners = {
    onDragOver: (event: DragEvent) => {
      event.preventDefault()
      setOver(true)
    },
    onDragLeave: () => setOver(false),
    onDrop: (event: DragEvent) => {
      event.preventDefault()
      setOver(false)
      const file = event.dataTransfer.files[0]
      if (file) take(file)
    },
  }
  return { isOver, listeners }
}
