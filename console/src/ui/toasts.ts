// Says briefly what just happened, without stopping anybody.
import { notifications } from '@mantine/notifications'
import { common } from '../language/common.ts'
import { currentLanguage } from '../language/LanguageProvider.tsx'

const SHOWN_MS = 5_000
const FAULT_SHOWN_MS = 9_000

const shared = () => ({ closeButtonProps: { 'aria-label': common[currentLanguage()].close } })

export const toastDone = (message: string): void => {
  // What was wrong before is settled now.
  notifications.clean()
  notifications.show({ ...shared(), message, color: 'teal.8', autoClose: SHOWN_MS })
}
export const toastFault = (message: string): void => {
  notifications.show({ ...shared(), message, color: 'red.5', autoClose: FAULT_SHOWN_MS, role: 'alert' })
}
