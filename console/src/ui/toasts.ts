// Says briefly what just happened, without stopping anybody.
import { notifications } from '@mantine/notifications'

const SHOWN_MS = 5_000
const FAULT_SHOWN_MS = 9_000

export const toastDone = (message: string): void => {
  notifications.show({ message, color: 'green', autoClose: SHOWN_MS })
}
export const toastFault = (message: string): void => {
  notifications.show({ message, color: 'red', autoClose: FAULT_SHOWN_MS, role: 'alert' })
}
