import { useLoaderData } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { deskSearch } from '#app/domain/workflow/desk.form.ts'
import { Button } from '#app/ui/button.tsx'
import { Field } from '#app/ui/field.tsx'
import { Icon } from '#app/ui/icon.tsx'
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
        <details className="desk-bulk" id="answer" open={sent === 'answer' || undefined}>
          <summary>
            {t(answer ? 'answer.edit' : 'answer.write')} <Icon name="chevron-down" />
          </summary>
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
  const search = deskSearch({ ...query, to: undefined })
  const words = answer
    ? ({ hint: 'answer.editHint', send: 'answer.save', icon: 'check' } as const)
    : ({ hint: 'answer.hint', send: 'answer.do', icon: 'send' } as const)
  return (
    <form
      method="post"
      action={`/staff/ideas/${number}/answer${search}`}
      className="composer"
      data-desk
    >
      <Problems sent={sent} of="answer" />
      {answer && <input type="hidden" name="answerId" value={answer.id} />}
      <input type="hidden" name="seen" value={answer?.seen ?? 'none'} />
      <input type="hidden" name="redirectTo" value={`/staff/ideas${search}`} />
      <Body sent={sent} said={answer?.body} hint={t(words.hint)} />
      <Button icon={words.icon}>{t(words.send)}</Button>
    </form>
  )
}

function Body({ sent, said, hint }: { sent?: Sent; said?: string; hint: string }) {
  const { t } = useTranslation('staff')
  const { error, defaultValue } = useTyped().field('body')
  const shown = sent === 'answer' ? { error, defaultValue } : { defaultValue: said }
  return (
    <Field
      {...shown}
      name="body"
      id="answer-body"
      kind="textarea"
      rows={5}
      label={t('answer.body')}
      hint={hint}
    />
  )
}
