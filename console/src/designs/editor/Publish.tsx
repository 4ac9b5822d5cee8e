// Publishes the draft: asks once, saves first, and where something stands in the way leads to it.
import type { Design } from '@kolleges/api'
import type { Finding } from '@kolleges/design'
import { Alert, Button } from '@mantine/core'
import { explain, problemOf } from '../../api.ts'
import { useLanguage, useWords } from '../../language/LanguageProvider.tsx'
import { Confirm } from '../../ui/Confirm.tsx'
import { toastDone, toastFault } from '../../ui/toasts.tsx'
import { usePublishDesign } from '../queries.ts'
import { useEditor } from './editor-context.ts'
import type { Saver } from './saver.ts'
import { words } from './words.ts'

interface PublishProps {
  design: Design
  saver: Saver
  findings: readonly Finding[]
  isOpen: boolean
  onClose: () => void
  onPublished?: () => void
}

export function Publish({ design, saver, findings, isOpen, onClose, onPublished }: PublishProps) {
  const say = useWords(words)
  const { language } = useLanguage()
  const { show } = useEditor()
  const publish = usePublishDesign()
  const blocking = findings.filter(({ blocks }) => blocks).length
  const close = () => {
    publish.reset()
    onClose()
  }
  const go = async () => {
    if (!(await saver.flush())) return toastFault(say.keptMeans)
    publish.mutate(design.id, {
      onSuccess: ({ version, revision }) => {
        saver.goOn(revision, true)
        toastDone(say.published(version ?? 1))
        close()
        if (design.kind === 'certificate') onPublished?.()
      },
    })
  }
  const look = () => {
    show('check')
    close()
  }
  const faults = problemOf(publish.error)?.errors ?? []
  return (
    <Confirm
      opened={isOpen}
      title={say.publishTitle}
      text={say.publishText((design.version ?? 0) + 1)}
      action={say.publish}
      busy={publish.isPending}
      disabled={blocking > 0}
      onConfirm={() => void go()}
      onClose={close}
    >
      {blocking > 0 && (
        <Alert color="red" role="alert" title={say.notReady(blocking)}>
          <Button size="xs" variant="default" onClick={look}>
            {say.showFindings}
          </Button>
        </Alert>
      )}
      {publish.error && (
        <Alert color="red" role="alert" title={explain(publish.error, language)}>
          <ul className="design-faults">
            {faults.map(({ pointer, detail }) => (
              <li key={`${pointer} ${detail}`}>{detail}</li>
            ))}
          </ul>
        </Alert>
      )}
    </Confirm>
  )
}
