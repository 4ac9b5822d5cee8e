// The badge as it will be, large and small, on light and on dark: from its template, or from the design chosen in its place.
import { type BadgeDesign, DESIGN_FAULTS, parseBadgeDesign } from '@kolleges/design'
import { Button, Modal } from '@mantine/core'
import { type ReactNode, useDeferredValue, useMemo, useState } from 'react'
import { BadgeWall } from '../designs/BadgeWall.tsx'
import { words as wallWords } from '../designs/preview-words.ts'
import { common } from '../language/common.ts'
import { useFormat, useWords } from '../language/LanguageProvider.tsx'
import { type AchievementForm, designOf, valuesOf } from './achievement-form.ts'
import { BadgePicture } from './BadgePicture.tsx'
import { ChosenDesign, type ChosenLook, DocumentPicture } from './ChosenDesign.tsx'
import { words } from './words.ts'

export function Preview({ form }: { form: AchievementForm }) {
  const shown = useDeferredValue(form)
  if (!shown.badgeDocument) return <Look form={shown} />
  return <ChosenDesign id={shown.badgeDocument}>{(chosen) => <Look form={shown} chosen={chosen} />}</ChosenDesign>
}

/** A badge of that many pixels; spoken only where it is large. */
type Draw = (size: number, alt?: string) => ReactNode

function Look({ form, chosen }: { form: AchievementForm; chosen?: ChosenLook }) {
  const say = useWords(words)
  const { pick } = useFormat()
  const design = designOf(form.design)
  const values = useMemo(() => valuesOf(form), [form])
  const parsed = parseBadgeDesign(design)
  const fault = parsed.outcome === 'refused' && !chosen ? parsed.faults[0] : undefined
  const draw: Draw = (size, alt) =>
    chosen ? (
      <DocumentPicture {...chosen} values={values} size={size} alt={alt} />
    ) : (
      <BadgePicture design={design} size={size} alt={alt} />
    )
  return (
    <div className="badge-preview">
      <h2 className="sr-only">{say.preview}</h2>
      <div className="badge-preview-large">{draw(240, `${design.institutionName} ${design.title}`)}</div>
      {fault && (
        <p role="status" className="badge-preview-fault">
          {say.broken}: {pick(DESIGN_FAULTS[fault.code]).replace('{limit}', String(fault.limit ?? ''))}
        </p>
      )}
      <div className="badge-preview-small">
        <Small caption={say.previewSmall} draw={draw} />
        <Small caption={say.previewDark} draw={draw} isDark />
      </div>
      {parsed.outcome === 'parsed' && <WallButton design={parsed.design} values={values} chosen={chosen} />}
    </div>
  )
}

function Small({ caption, draw, isDark }: { caption: string; draw: Draw; isDark?: boolean }) {
  return (
    <figure>
      <div data-dark={isDark || undefined}>
        {draw(64)}
        {draw(32)}
      </div>
      <figcaption>{caption}</figcaption>
    </figure>
  )
}

interface WallButtonProps {
  design: BadgeDesign
  values: Readonly<Record<string, string>>
  chosen: ChosenLook | undefined
}

/** The rest of the wall is wide: it opens over the page. */
function WallButton(props: WallButtonProps) {
  const say = useWords(wallWords)
  const shared = useWords(common)
  const [isOpen, setOpen] = useState(false)
  return (
    <>
      <Button variant="default" size="xs" onClick={() => setOpen(true)}>
        {say.open}
      </Button>
      <Modal
        opened={isOpen}
        onClose={() => setOpen(false)}
        size={880}
        title={say.title}
        closeButtonProps={{ 'aria-label': shared.close }}
      >
        <BadgeWall {...props} />
      </Modal>
    </>
  )
}
