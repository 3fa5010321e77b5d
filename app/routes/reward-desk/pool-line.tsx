import { useTranslation } from 'react-i18next'
import { ButtonLink } from '#app/ui/button.tsx'
import { usePoints } from '#app/ui/points.tsx'
import type { Part } from './editor.tsx'

/** How many codes the pool of a coupon holds, and the way to put more in. */
export function PoolLine({ page: { id, pool } }: Pick<Part, 'page'>) {
  const { t } = useTranslation('rewards')
  const { number } = usePoints()
  if (!id || !pool) return null
  return (
    <p className="row">
      {t('pool.holds', { count: pool.free, free: number(pool.free), taken: number(pool.taken) })}
      <ButtonLink kind="plain" icon="plus" href={`/staff/rewards/${id}/codes`}>
        {t('pool.add')}
      </ButtonLink>
    </p>
  )
}
