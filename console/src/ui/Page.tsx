// A page: its title in the tab and on the screen, where it leads back to, its one main action.
import { IconChevronLeft } from '@tabler/icons-react'
import type { ReactNode } from 'react'
import { Link } from 'react-router'

interface PageProps {
  title: string
  lead?: ReactNode
  back?: { to: string; label: string }
  actions?: ReactNode
  /** Beside the title: a state chip. */
  mark?: ReactNode
  wide?: boolean
  children: ReactNode
}

export function Page({ title, lead, back, actions, mark, wide, children }: PageProps) {
  return (
    <div className="shell-page" data-wide={wide || undefined}>
      <title>{`${title} · Kolleges`}</title>
      {back && (
        <Link to={back.to} className="page-back">
          <IconChevronLeft size={16} aria-hidden /> {back.label}
        </Link>
      )}
      <header className="page-head">
        <div>
          <div style={{ display: 'flex', alignItems: 'center', gap: 10, flexWrap: 'wrap' }}>
            <h1 tabIndex={-1}>{title}</h1>
            {mark}
          </div>
          {lead && <p className="page-lead">{lead}</p>}
        </div>
        {actions && (
          <div className="page-actions" style={{ display: 'flex', flexWrap: 'wrap', gap: 8 }}>
            {actions}
          </div>
        )}
      </header>
      {children}
    </div>
  )
}

interface SectionProps {
  title?: string
  lead?: ReactNode
  children: ReactNode
}
export function Section({ title, lead, children }: SectionProps) {
  return (
    <section className="section">
      {title && <h2>{title}</h2>}
      {lead && <p className="section-lead">{lead}</p>}
      {children}
    </section>
  )
}
