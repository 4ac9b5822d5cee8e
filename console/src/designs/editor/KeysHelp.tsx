// The page of keys.
import { Kbd, Modal } from '@mantine/core'
import { useWords } from '../../language/LanguageProvider.tsx'
import { SHOWN } from './keys.ts'
import { words } from './words.ts'

export function KeysHelp({ isOpen, onClose }: { isOpen: boolean; onClose: () => void }) {
  const say = useWords(words)
  return (
    <Modal
      opened={isOpen}
      onClose={onClose}
      title={say.keysTitle}
      size="lg"
      closeButtonProps={{ 'aria-label': say.keysTitle }}
    >
      <p className="section-lead">{say.keysLead}</p>
      <dl className="design-keys">
        {SHOWN.map(([name, keys]) => (
          <div key={name}>
            <dt>
              {keys.map((key) => (
                <Kbd key={key}>{key}</Kbd>
              ))}
            </dt>
            <dd>{say.keys[name]}</dd>
          </div>
        ))}
      </dl>
    </Modal>
  )
}
