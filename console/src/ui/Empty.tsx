// Says that there is nothing here, and what to do about it.
import type { ReactNode } from 'react'

interface EmptyProps {
  title: string
  text: string
  picture?: ReactNode
  action?: ReactNode
}

export function Empty({ title, text, picture, action }: EmptyProps) {
  return (
    <div className="empty">
      {picture}
      <h2>{title}</h2>
      <p>{text}</p>
      {action}
    </div>
  )
}
