import { useLoaderData } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { Button, ButtonLink } from '#app/ui/button.tsx'
import { ErrorSummary } from '#app/ui/error-summary.tsx'
import { useTyped } from '#app/ui/use-typed.ts'
import { ActFields } from './act-fields.tsx'
import type { ItemPage } from './item-page.server.ts'

/** What can be decided: one key finds nothing wrong, everything else says which rule and why. */
export function Deciding() {
  const { t } = useTranslation('moderation')
  const { item, view, templates } = useLoaderData<ItemPage>()
  const { errors } = useTyped()
  const search = view === 'all' ? '' : `?view=${view}`
  const kept = (
    <>
      <input type="hidden" name="seen" value={item.version} />
      <input type="hidden" name="view" value={view} />
    </>
  )
  return (
    <section aria-labelledby="deciding" className="deciding stack">
      <h2 id="deciding">{t('desk.deciding')}</h2>
      <ErrorSummary errors={errors} />
      <form method="post" action={`/staff/moderation/${item.id}${search}`} className="stack">
        {kept}
        <Button name="act" value="approve" kind="plain" icon="check" data-key="a">
          {t(item.isHeld ? 'desk.approveHeld' : 'desk.approve')}
        </Button>
      </form>
      <form
        method="post"
        action={`/staff/moderation/${item.id}${search}`}
        className="stack"
        data-send
        noValidate
      >
        {kept}
        <ActFields isHeld={item.isHeld} hasAuthor={item.hasAuthor} templates={templates} />
        <div className="row acts">
          <Button>{t('desk.send')}</Button>
          <ButtonLink kind="ghost" href={`/staff/moderation${search}`} data-key="n">
            {t('desk.later')}
          </ButtonLink>
        </div>
      </form>
    </section>
  )
}
