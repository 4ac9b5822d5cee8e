// The logo and the seal: shown, and replaced by choosing a file.
import './pictures.css'
import type { Institution } from '@kolleges/api'
import { Button, FileButton, SimpleGrid, Text } from '@mantine/core'
import { IconUpload } from '@tabler/icons-react'
import { useWords } from '../language/LanguageProvider.tsx'
import { Section } from '../ui/Page.tsx'
import { toastDone } from '../ui/toasts.tsx'
import { useUploadPicture } from './queries.ts'
import { words } from './words.ts'

const ACCEPTED = 'image/png,image/jpeg,image/svg+xml'

export function Pictures({ institution, disabled }: { institution: Institution; disabled?: boolean }) {
  const say = useWords(words)
  return (
    <Section title={say.pictures} lead={say.picturesLead}>
      <SimpleGrid cols={{ base: 1, sm: 2 }}>
        <Picture which="logo" url={institution.logoUrl} label={say.logo} hint={say.logoHint} disabled={disabled} />
        <Picture which="seal" url={institution.sealUrl} label={say.seal} hint={say.sealHint} disabled={disabled} />
      </SimpleGrid>
    </Section>
  )
}

interface PictureProps {
  which: 'logo' | 'seal'
  url: string | null
  label: string
  hint: string
  disabled?: boolean
}

function Picture({ which, url, label, hint, disabled }: PictureProps) {
  const say = useWords(words)
  const upload = useUploadPicture(which)
  const send = (file: File | null) => file && upload.mutate(file, { onSuccess: () => toastDone(say.uploaded) })
  return (
    <div style={{ display: 'flex', gap: 16, alignItems: 'center' }}>
      <div className="picture-frame">
        {url ? <img src={url} alt={label} /> : <span className="quiet">{say.noPicture}</span>}
      </div>
      <div>
        <Text fw={700} size="sm">
          {label}
        </Text>
        <Text size="sm" c="dimmed" mb={8}>
          {hint}
        </Text>
        <FileButton onChange={send} accept={ACCEPTED} disabled={disabled}>
          {(props) => (
            <Button
              {...props}
              variant="default"
              size="xs"
              loading={upload.isPending}
              disabled={disabled}
              leftSection={<IconUpload size={14} aria-hidden />}
              aria-label={`${label}: ${url ? say.replace : say.upload}`}
            >
              {url ? say.replace : say.upload}
            </Button>
          )}
        </FileButton>
      </div>
    </div>
  )
}
