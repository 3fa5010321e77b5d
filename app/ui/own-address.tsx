import { useTranslation } from 'react-i18next'
import { useFormat } from './format.ts'
import { Notice } from './notice.tsx'

export type PostalOf = {
  name: string
  street: string
  postcode: string
  city: string
  province: string
  country: string
}

type Props = { address: PostalOf | null | 'unreadable'; until: Date | string | null }

/** Where a prize goes, as long as that is kept. */
export function OwnAddress({ address, until }: Props) {
  const { t } = useTranslation('rewards')
  const { date } = useFormat()
  if (address === null) return <p className="quiet">{t('own.addressGone')}</p>
  if (address === 'unreadable') return <Notice tone="warning">{t('own.addressUnreadable')}</Notice>
  const { name, street, postcode, city, province, country } = address
  return (
    <section aria-labelledby="goes-to">
      <h2 id="goes-to">{t('own.address')}</h2>
      <address>
        {name}
        <br />
        {street}
        <br />
        {postcode} {city} {province && `(${province})`}
        <br />
        {country}
      </address>
      {until && <p className="quiet">{t('own.addressUntil', { date: date(until) })}</p>}
    </section>
  )
}
