import { useLoaderData } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { deskSearch } from '#app/domain/workflow/desk.form.ts'
import { Button } from '#app/ui/button.tsx'
import type { DeskPage } from './desk-loader.server.ts'

const mostNamed = 5

/** What was just moved and may still be taken back: all of it at once, or one by one. */
export function Fresh() {
  const { t } = useTranslation('staff')
  const { fresh } = useLoaderData<DeskPage>()
  const left = Math.max(0, ...fresh.map(({ leftMs }) => leftMs))
  return (
    <div id="fresh" data-left={left || undefined} role="status">
      {fresh.length > 0 && (
        <div className="fresh">
          <p>{t('undo.told', { count: fresh.length })}</p>
          {fresh.length > 1 && (
            <Undo moves={fresh} label={t('undo.all', { count: fresh.length })} />
          )}
          <ul>
            {fresh.slice(0, mostNamed).map((move) => (
              <li key={move.id}>
                <span className="what">
                  {t('undo.move', { title: move.title, status: move.status.label })}
                </span>
                <Undo
                  moves={[move]}
                  label={t('undo.one')}
                  says={t('undo.says', { title: move.title })}
                />
              </li>
            ))}
          </ul>
          <span className="left" aria-hidden />
        </div>
      )}
    </div>
  )
}

type Moves = { id: string; number: number }[]

function Undo({ moves, label, says }: { moves: Moves; label: string; says?: string }) {
  const { query } = useLoaderData<DeskPage>()
  const idea = moves.length === 1 ? moves[0]!.number : undefined
  const back = `/staff/ideas${deskSearch({ ...query, idea, to: undefined })}`
  return (
    <form method="post" action="/staff/ideas/undo" data-desk data-undo>
      {moves.map(({ id }) => (
        <input key={id} type="hidden" name="move" value={id} />
      ))}
      <input type="hidden" name="redirectTo" value={back} />
      <Button kind="plain" icon="history" aria-label={says}>
        {label}
      </Button>
    </form>
  )
}
