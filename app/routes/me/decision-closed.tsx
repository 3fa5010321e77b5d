import { useTranslation } from 'react-i18next'
import { ButtonLink } from '#app/ui/button.tsx'
import { Empty } from '#app/ui/empty.tsx'
import { Pagehead } from '#app/ui/pagehead.tsx'

/** For who comes to a form too late, or by an old link: the decision's page tells what there is to do. */
export function Closed({ number, title }: { number: number; title: string }) {
  const { t } = useTranslation('appeals')
  return (
    <>
      <Pagehead title={title} />
      <Empty
        icon="lock"
        title={t('receipt.closed')}
        text={t('receipt.closedText')}
        action={
          <ButtonLink href={`/me/ideas/${number}/decision`}>{t('resubmission.cancel')}</ButtonLink>
        }
      />
    </>
  )
}
