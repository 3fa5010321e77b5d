import { useTranslation } from 'react-i18next'
import { Button } from '#app/ui/button.tsx'
import { Field } from '#app/ui/field.tsx'

type Props = { period: string; chosen: string; categories: { value: string; label: string }[] }

/** The leaderboard of one category, as a plain form. */
export function CategoryFilter({ period, chosen, categories }: Props) {
  const { t } = useTranslation('points')
  return (
    <form action="/leaderboard" className="row category-filter">
      {period !== 'season' && <input type="hidden" name="period" value={period} />}
      <Field
        kind="select"
        name="category"
        label={t('board.category')}
        defaultValue={chosen}
        options={[{ value: '', label: t('board.anyCategory') }, ...categories]}
      />
      <Button kind="plain">{t('board.filter')}</Button>
    </form>
  )
}
