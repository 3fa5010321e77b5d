import { Icon } from '#app/ui/icon.tsx'
import { shownAddress } from './address.rules.ts'

/** The way to somebody else's page, told with its address; it gets no trust from us. */
export function Elsewhere({ url, label }: { url: string | null; label: string }) {
  const shown = url && shownAddress(url)
  if (!shown) return null
  return (
    <a href={url} rel="noopener nofollow" className="elsewhere">
      <Icon name="external-link" />
      <span>
        {label} <span className="address">{shown}</span>
      </span>
    </a>
  )
}
