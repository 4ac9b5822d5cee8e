// How long ago something happened, with the exact time on hover and for screen readers.
import { useFormat } from '../language/LanguageProvider.tsx'

export function When({ at }: { at: string }) {
  const format = useFormat()
  return (
    <time dateTime={at} title={format.date(at, 'moment')} className="nowrap above-row-link">
      {format.ago(at)}
    </time>
  )
}
