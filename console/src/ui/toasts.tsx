// Says briefly what just happened, without stopping anybody.
import { Anchor, Group } from '@mantine/core'
import { notifications } from '@mantine/notifications'
import { common } from '../language/common.ts'
import { currentLanguage } from '../language/LanguageProvider.tsx'

const SHOWN_MS = 5_000
/** Long enough to read what happened and to change one's mind. */
const UNDO_SHOWN_MS = 10_000
const FAULT_SHOWN_MS = 9_000

const say = () => common[currentLanguage()]
const shared = () => ({ closeButtonProps: { 'aria-label': say().close } })

export const toastDone = (message: string): void => {
  // What was wrong before is settled now.
  notifications.clean()
  notifications.show({ ...shared(), message, color: 'teal.8', autoClose: SHOWN_MS })
}

/** Done, but can be taken back. */
export function toastUndoable(message: string, undo: () => void): void {
  notifications.clean()
  const takeBack = () => {
    notifications.clean()
    undo()
  }
  const button = (
    <button type="button" className="text-button" onClick={takeBack}>
      {say().undo}
    </button>
  )
  const line = (
    <Group justify="space-between" gap="sm">
      {message} {button}
    </Group>
  )
  notifications.show({ ...shared(), message: line, color: 'teal.8', autoClose: UNDO_SHOWN_MS })
}

export const toastFault = (message: string): void => {
  notifications.show({ ...shared(), message, color: 'red.5', autoClose: FAULT_SHOWN_MS, role: 'alert' })
}

/** Told instead of leaving the page, so that what was typed is still there after signing in elsewhere. */
export function toastSignedOut(): void {
  const line = (
    <>
      {say().signedOut}{' '}
      <Anchor size="sm" href="/sign-in?next=/app/" target="_blank">
        {say().signInAgain}
      </Anchor>
    </>
  )
  notifications.clean()
  notifications.show({ ...shared(), message: line, color: 'red.5', autoClose: false, role: 'alert' })
}
