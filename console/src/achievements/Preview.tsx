// The badge as it will be, large and small, on light and on dark.
import { type BadgeDesign, DESIGN_FAULTS, parseBadgeDesign } from '@kolleges/design'
import { Button, Modal } from '@mantine/core'
import { useDeferredValue, useState } from 'react'
import { BadgeWall } from '../designs/BadgeWall.tsx'
import { words as wallWords } from '../designs/preview-words.ts'
import { common } from '../language/common.ts'
import { useFormat, useWords } from '../language/LanguageProvider.tsx'
import { type DesignForm, designOf } from './achievement-form.ts'
import { BadgePicture } from './BadgePicture.tsx'
import { words } from './words.ts'

export function Preview({ design: chosen, name }: { design: DesignForm; name: string }) {
  const say = useWords(words)
  const { pick } = useFormat()
  const design = designOf(useDeferredValue(chosen))
  const parsed = parseBadgeDesign(design)
  const fault = parsed.outcome === 'refused' ? parsed.faults[0] : undefined
  return (
    <div className="badge-preview">
      <h2 className="sr-only">{say.preview}</h2>
      <div className="badge-preview-large">
        <BadgePicture design={design} size={240} alt={`${design.institutionName} ${design.title}`} />
      </div>
      {fault && (
        <p role="status" className="badge-preview-fault">
          {say.broken}: {pick(DESIGN_FAULTS[fault.code]).replace('{limit}', String(fault.limit ?? ''))}
        </p>
      )}
      <div className="badge-preview-small">
        <figure>
          <div>
            <BadgePicture design={design} size={64} />
            <BadgePicture design={design} size={32} />
          </div>
          <figcaption>{say.previewSmall}</figcaption>
        </figure>
        <figure>
          <div data-dark>
            <BadgePicture design={design} size={64} />
            <BadgePicture design={design} size={32} />
          </div>
          <figcaption>{say.previewDark}</figcaption>
        </figure>
      </div>
      {parsed.outcome === 'parsed' && <WallButton design={parsed.design} name={name} />}
    </div>
  )
}

/** The rest of the wall is wide: it opens over the page. */
function WallButton({ design, name }: { design: BadgeDesign; name: string }) {
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
        <BadgeWall design={design} name={name} />
      </Modal>
    </>
  )
}
