// The four pictures of a kit: shown, replaced with a look at what will be kept, taken out with a way back.
import type { BrandKit, BrandPictureKind } from '@kolleges/api'
import { Button, Checkbox, FileButton, Group, Modal, Stack, Text } from '@mantine/core'
import { IconTrash, IconUpload } from '@tabler/icons-react'
import { useEffect, useState } from 'react'
import { common } from '../language/common.ts'
import { useWords } from '../language/LanguageProvider.tsx'
import { Section } from '../ui/Page.tsx'
import { toastDone, toastFault } from '../ui/toasts.tsx'
import { clearedUrl, pixelsOf } from './pixels.ts'
import { usePutPicture, useRemovePicture } from './queries.ts'
import { SampleSeal } from './SampleSeal.tsx'
import { words } from './words.ts'

const ACCEPTED = 'image/png,image/jpeg,image/svg+xml'
const KINDS: readonly BrandPictureKind[] = ['logo', 'symbol', 'seal', 'signature']
/** Photographed or scanned from paper more often than not. */
const isFromPaper = (kind: BrandPictureKind) => kind === 'seal' || kind === 'signature'

export function PictureFields({ kit, disabled }: { kit: BrandKit; disabled: boolean }) {
  const say = useWords(words)
  const urls = { logo: kit.logoUrl, symbol: kit.symbolUrl, seal: kit.sealUrl, signature: kit.signatureUrl }
  return (
    <Section title={say.pictures} lead={say.picturesLead}>
      <div className="kit-pictures">
        {KINDS.map((kind) => (
          <PictureField key={kind} kit={kit} kind={kind} url={urls[kind]} disabled={disabled} />
        ))}
      </div>
    </Section>
  )
}

interface PictureFieldProps {
  kit: BrandKit
  kind: BrandPictureKind
  url: string | null
  disabled: boolean
}

function PictureField({ kit, kind, url, disabled }: PictureFieldProps) {
  const say = useWords(words)
  const [file, setFile] = useState<File | null>(null)
  const remove = useRemovePicture()
  const name = say.pictureNames[kind]
  const takeOut = () => remove.mutate({ id: kit.id, kind }, { onSuccess: () => toastDone(say.takenOut(name)) })
  return (
    <div className="kit-picture">
      <div className="kit-picture-frame" data-checkered={url ? true : undefined}>
        {url ? <img src={url} alt={name} /> : kind === 'seal' ? <SampleSeal /> : <span>{say.none}</span>}
      </div>
      <div>
        <Text fw={700} size="sm">
          {name}
        </Text>
        <Text size="sm" c="dimmed" mb={8}>
          {say.pictureHints[kind]}
        </Text>
        <Group gap={8}>
          <FileButton onChange={setFile} accept={ACCEPTED} disabled={disabled}>
            {(props) => (
              <Button
                {...props}
                variant="default"
                size="xs"
                disabled={disabled}
                leftSection={<IconUpload size={14} aria-hidden />}
                aria-label={`${name}: ${url ? say.replace : say.choose}`}
              >
                {url ? say.replace : say.choose}
              </Button>
            )}
          </FileButton>
          {url && !disabled && (
            <Button
              variant="subtle"
              size="xs"
              loading={remove.isPending}
              leftSection={<IconTrash size={14} aria-hidden />}
              aria-label={`${name}: ${say.take}`}
              onClick={takeOut}
            >
              {say.take}
            </Button>
          )}
        </Group>
      </div>
      {file && <UploadDialog kit={kit} kind={kind} file={file} onClose={() => setFile(null)} />}
    </div>
  )
}

interface UploadDialogProps {
  kit: BrandKit
  kind: BrandPictureKind
  file: File
  onClose: () => void
}

/** Before and after side by side, made by the very code the server keeps it by. */
function UploadDialog({ kit, kind, file, onClose }: UploadDialogProps) {
  const say = useWords(words)
  const shared = useWords(common)
  const [isClearing, setClearing] = useState(isFromPaper(kind))
  const put = usePutPicture()
  const views = useViews(file, onClose)
  const isBlank = isClearing && views !== null && views.after === null
  const send = () => {
    const upload = { id: kit.id, kind, file, ground: isClearing ? 'clear' : 'keep' } as const
    put.mutate(upload, { onSuccess: () => toastDone(say.uploaded), onSettled: onClose })
  }
  const title = say.clearTitle(say.pictureNames[kind])
  return (
    <Modal opened onClose={onClose} title={title} size="lg" closeButtonProps={{ 'aria-label': shared.close }}>
      <Stack>
        <div className="kit-before-after">
          <Side caption={say.before} url={views?.before} />
          <Side caption={say.after} url={isClearing ? views?.after : views?.before} />
        </div>
        <Checkbox
          checked={isClearing}
          onChange={(event) => setClearing(event.currentTarget.checked)}
          label={say.clearPaper}
          description={say.clearHint}
        />
        <div role="status">{isBlank && <Text c="red">{say.paperOnly}</Text>}</div>
        <Group justify="flex-end" gap="xs">
          <Button variant="default" onClick={onClose}>
            {shared.cancel}
          </Button>
          <Button loading={put.isPending} disabled={views === null || isBlank} onClick={send}>
            {say.use}
          </Button>
        </Group>
      </Stack>
    </Modal>
  )
}

function Side({ caption, url }: { caption: string; url: string | null | undefined }) {
  return (
    <figure>
      <div className="kit-picture-frame" data-checkered>
        {url && <img src={url} alt={caption} />}
      </div>
      <figcaption>{caption}</figcaption>
    </figure>
  )
}

function useViews(file: File, onBroken: () => void) {
  const say = useWords(words)
  const [views, setViews] = useState<{ before: string; after: string | null } | null>(null)
  // biome-ignore lint/correctness/useExhaustiveDependencies: one file is looked at once
  useEffect(() => {
    const before = URL.createObjectURL(file)
    pixelsOf(file)
      .then((pixels) => setViews({ before, after: clearedUrl(pixels) }))
      .catch(() => {
        toastFault(say.cannotOpen)
        onBroken()
      })
    return () => URL.revokeObjectURL(before)
  }, [file])
  return views
}
