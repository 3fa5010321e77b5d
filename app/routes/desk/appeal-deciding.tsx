import { useTranslation } from 'react-i18next'
import { reasons } from '#app/domain/workflow/workflow.rules.ts'
import { Button } from '#app/ui/button.tsx'
import { Choices } from '#app/ui/choices.tsx'
import { ErrorSummary } from '#app/ui/error-summary.tsx'
import { Field } from '#app/ui/field.tsx'
import { Notice } from '#app/ui/notice.tsx'
import { Words } from '#app/ui/receipt.tsx'
import { Time } from '#app/ui/time.tsx'
import { useTyped } from '#app/ui/use-typed.ts'
import type { Page } from './appeal-case.tsx'

/** What was decided; or the form to decide, for those who may; or who has to. */
export function Deciding({ page }: { page: Page }) {
  const { errors } = useTyped()
  const isLate = page.decided && errors.length > 0
  return (
    <div className="stack outcome">
      {page.decided && <Decided page={page} />}
      {page.may === 'yes' && (!page.decided || isLate) && <DecideForm page={page} />}
      {page.may !== 'yes' && !page.decided && <NotYours page={page} />}
    </div>
  )
}

function Decided({ page }: { page: Page }) {
  const { t } = useTranslation('appeals')
  const { outcome, decidedAt, team, answer } = page.decided!
  return (
    <section aria-labelledby="decided">
      <h2 id="decided">{t(`desk.is.${outcome}`)}</h2>
      <p className="quiet">
        {t('case.decidedBy')} {team} · <Time at={decidedAt} as="dateTime" />
      </p>
      <h3>{t('case.yourAnswer')}</h3>
      <Words said={answer} />
    </section>
  )
}

/** An appeal goes to somebody else; where nobody else may decide, it says how to find them. */
function NotYours({ page: { may, free } }: { page: Page }) {
  const { t } = useTranslation('appeals')
  if (may === 'hiding') return <Notice tone="warning">{t('case.hiding')}</Notice>
  return (
    <>
      <Notice tone="warning" title={t(may === 'own-idea' ? 'case.ownIdea' : 'case.own')}>
        {free > 0 && <p>{t('case.ownText', { count: free })}</p>}
      </Notice>
      {free === 0 && (
        <Notice tone="error" title={t('case.alone')}>
          <p>{t('case.aloneText')}</p>
          <p>
            <a href="/staff/people">{t('case.people')}</a>
          </p>
        </Notice>
      )}
    </>
  )
}

const answers = {
  appeal: [
    ['overturned', 'overturn'],
    ['upheld', 'confirm'],
  ],
  resubmission: [
    ['taken', 'take'],
    ['refused', 'refuse'],
  ],
} as const

function DecideForm({ page }: { page: Page }) {
  const { t } = useTranslation('appeals')
  const { errors, field, text } = useTyped()
  const { kind, status } = page
  return (
    <form method="post" className="composer deciding" noValidate>
      <h2>{t('case.decide')}</h2>
      <ErrorSummary errors={errors} />
      <input type="hidden" name="kind" value={kind} />
      <input type="hidden" name="from" value={status.key} />
      <Choices
        legend={t('case.outcome')}
        name="outcome"
        chosen={[text('outcome') ?? '']}
        error={field('outcome').error}
        choices={answers[kind].map(([value, act]) => ({
          value,
          label: t(`case.${act}`),
          hint: t(`case.${act}Hint`),
        }))}
        required
      />
      <IfYes page={page} />
      {kind === 'resubmission' && <IfNo />}
      <Field
        {...field('answer')}
        kind="textarea"
        rows={5}
        label={t('case.answer')}
        hint={t('case.answerHint')}
        required
      />
      <Button icon="send">{t('case.do')}</Button>
    </form>
  )
}

function IfYes({ page: { kind, stands, ways, status } }: { page: Page }) {
  const { t } = useTranslation('appeals')
  const usualNote = t(kind === 'appeal' ? 'case.noteAppeal' : 'case.noteResubmission')
  const { field } = useTyped({ to: usualWay({ kind, ways }), note: usualNote })
  return (
    <div className="if-yes">
      {stands ? (
        <Field
          {...field('to')}
          kind="select"
          label={t('case.to')}
          options={ways.map(({ key, label, isHome }) => ({
            value: key,
            label: isHome ? t('case.stood', { label }) : label,
          }))}
        />
      ) : (
        <Notice>{t('case.movedOn', { status: status.label })}</Notice>
      )}
      <Field
        {...field('note')}
        kind="textarea"
        rows={3}
        label={t('case.note')}
        hint={t('case.noteHint')}
      />
    </div>
  )
}

/** An appeal that is right brings the idea back to where it was; new words, to the vote. */
function usualWay({ kind, ways }: Pick<Page, 'kind' | 'ways'>) {
  const home = ways.find(({ isHome }) => isHome) ?? ways[0]
  const voting = ways.find(({ key }) => key === 'voting')
  return (kind === 'resubmission' ? (voting ?? home) : home)?.key
}

function IfNo() {
  const { t } = useTranslation(['appeals', 'staff'])
  const { field } = useTyped()
  return (
    <div className="if-no">
      <Field
        {...field('reason')}
        kind="select"
        label={t('case.reason')}
        options={[
          { value: '', label: t('case.noReason') },
          ...reasons.map((reason) => ({ value: reason, label: t(`staff:reasons.${reason}`) })),
        ]}
      />
      <Field
        {...field('couldChange')}
        kind="textarea"
        rows={2}
        label={t('case.couldChange')}
        optional
      />
    </div>
  )
}
