import { useTranslation } from 'react-i18next'
import { ButtonLink } from './button.tsx'
import { Hole } from './hole.tsx'
import { Pagehead } from './pagehead.tsx'
import { Sheaf } from './sheaf.tsx'

const known = [400, 403, 404, 413, 429, 503] as const

/** The statuses that have words of their own; every other one is a 500. */
export const faultOf = (status: number) => known.find((one) => one === status) ?? 500

/** What went wrong in words, and the way out. */
export function ErrorPage({ status }: { status: number }) {
  const { t } = useTranslation('errors')
  const code = faultOf(status)
  return (
    <>
      <Pagehead title={t(`title.${code}`)} lead={t(`text.${code}`, { count: 1 })} art={<Sheaf />} />
      {code === 500 && (
        <Hole
          of="reference"
          cases={{ some: <p className="hint">{t('reference', { id: '%id%' })}</p> }}
        />
      )}
      <p className="row">
        <ButtonLink href="/ideas">{t('toBoard')}</ButtonLink>
        <ButtonLink href="/" kind="plain">
          {t('toHome')}
        </ButtonLink>
      </p>
    </>
  )
}
