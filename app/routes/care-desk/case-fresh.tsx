import { useTranslation } from 'react-i18next'
import { Button } from '#app/ui/button.tsx'
import { Icon } from '#app/ui/icon.tsx'
import { useCasePage } from './case-types.ts'

/** Answers that have not left yet, in this case or the one before: each may still be taken back. */
export function CaseFresh() {
  const { t } = useTranslation('care')
  const { fresh, view } = useCasePage()
  const left = Math.max(0, ...fresh.map(({ leftMs }) => leftMs))
  return (
    <div id="fresh" data-left={left || undefined} role="status">
      {fresh.length > 0 && (
        <div className="fresh">
          {fresh.map((one) => (
            <form key={one.id} method="post" action={`/staff/care/${one.caseId}`} data-undo>
              <p>
                <Icon name="send" />{' '}
                <span>
                  {t('talk.fresh', { number: one.number })}{' '}
                  <span className="quiet">{t('talk.freshFor', { subject: one.subject })}</span>
                </span>
              </p>
              <input type="hidden" name="message" value={one.id} />
              <input type="hidden" name="view" value={view} />
              <Button kind="plain" icon="undo-2" name="intent" value="undo">
                {t('talk.undo')}
              </Button>
            </form>
          ))}
          <span className="left" aria-hidden />
        </div>
      )}
    </div>
  )
}
