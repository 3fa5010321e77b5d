import { useTranslation } from 'react-i18next'
import { Button } from '#app/ui/button.tsx'

type Props = {
  id: string
  name: string
  isRetired?: boolean
  isFirst: boolean
  isLast: boolean
  /** What is of no use is deleted, and not only taken out of use. */
  removes?: boolean
}

/** What can be done with one of a list: its place, and whether it is used. */
export function Steps({ id, name, isRetired, isFirst, isLast, removes }: Props) {
  const { t } = useTranslation('care')
  const last = removes ? 'remove' : isRetired ? 'restore' : 'retire'
  return (
    <form method="post" className="row">
      <input type="hidden" name="id" value={id} />
      {!isRetired && !isFirst && (
        <Button kind="ghost" name="step" value="up" icon="chevron-up">
          <span className="vh">{t('macros.up', { name })}</span>
        </Button>
      )}
      {!isRetired && !isLast && (
        <Button kind="ghost" name="step" value="down" icon="chevron-down">
          <span className="vh">{t('macros.down', { name })}</span>
        </Button>
      )}
      <Button kind="ghost" name="step" value={last}>
        {t(`macros.${last}`)}
        <span className="vh">: {name}</span>
      </Button>
    </form>
  )
}
