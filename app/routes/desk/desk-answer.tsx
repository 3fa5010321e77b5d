import { useLoaderData } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { deskSearch } from '#app/domain/workflow/desk.form.ts'
import { Button } from '#app/ui/button.tsx'
import { Field } from '#app/ui/field.tsx'
import { OfficialAnswer } from '#app/ui/official-answer.tsx'
import { Prose } from '#app/ui/prose.tsx'
import { useTyped } from '#app/ui/use-typed.ts'
import type { DeskPage } from './desk-loader.server.ts'
import { Problems } from './desk-move.tsx'
import type { Open } from './desk-panel.tsx'
import type { Sent } from './desk.tsx'

type Props = { open: Open; sent?: Sent }

/** The official answer that stands, and the way to change its words or to give one without a move. */
export function DeskAnswer({ open, sent }: Props) {
  const { t } = useTranslation('staff')
  const { may } = useLoaderData<DeskPage>()
  const { answer } = open
  return (
    <>
      {answer && (
        <OfficialAnswer team={answer.team} date={answer.publishedAt} editedAt={answer.editedAt}>
          <Prose html={answer.html} />
        </OfficialAnswer>
      )}
      {may.answer && (
        <details className="desk-bulk" open={sent === 'answer' || undefined}>
          <summary>{t(answer ? 'answer.edit' : 'answer.write')}</summary>
          <AnswerFields open={open} sent={sent} />
        </details>
      )}
    </>
  )
}

function AnswerFields({ open, sent }: Props) {
  const { t } = useTranslation('staff')
  const { query } = useLoaderData<DeskPage>()
  const { answer, number } = open
  const typed = useTyped().field('body')
  const search = deskSearch(query)
  const mine = sent === 'answer'
  return (
    <form method="post" action={`/staff/ideas/${number}/answer${search}`} className="composer">
      <Problems sent={sent} of="answer" />
      {answer && <input type="hidden" name="answerId" value={answer.id} />}
      {answer && <input type="hidden" name="seen" value={answer.seen} />}
      <input type="hidden" name="redirectTo" value={`/staff/ideas${search}`} />
      <Field
        name="body"
        id="answer-body"
        kind="textarea"
        rows={5}
        label={t('answer.body')}
        hint={t(answer ? 'answer.editHint' : 'answer.hint')}
        error={mine ? typed.error : undefined}
        defaultValue={mine ? typed.defaultValue : answer?.body}
      />
      <Button icon={answer ? 'check' : 'send'}>{t(answer ? 'answer.save' : 'answer.do')}</Button>
    </form>
  )
}
