import type {
  ActionFunctionArgs,
  LinksFunction,
  LoaderFunctionArgs,
  MetaFunction,
} from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { langOf } from '#app/domain/ideas/idea-feed.rules.ts'
import { renderMarkdown } from '#app/domain/ideas/markdown.rules.ts'
import { promiseAndQuestions } from '#app/domain/promises/idea-promise.server.ts'
import { QuestionForm } from '#app/domain/promises/question.form.ts'
import { stateOf } from '#app/domain/promises/promise.rules.ts'
import { siteSettings } from '#app/domain/site/site.server.ts'
import { findDeskIdea } from '#app/domain/workflow/desk.server.ts'
import { askAuthor, withdrawQuestion } from '#app/domain/workflow/question.server.ts'
import { Button } from '#app/ui/button.tsx'
import { ErrorSummary } from '#app/ui/error-summary.tsx'
import { Field } from '#app/ui/field.tsx'
import { Notice } from '#app/ui/notice.tsx'
import { pageTitle } from '#app/ui/page-title.ts'
import { Pagehead } from '#app/ui/pagehead.tsx'
import { ToldWithDays } from '#app/ui/promised-day.tsx'
import { Prose } from '#app/ui/prose.tsx'
import staffStyles from '#app/ui/staff.css?url'
import { Time } from '#app/ui/time.tsx'
import { useTyped } from '#app/ui/use-typed.ts'
import { back, found, numberIn } from '#app/web/answer.server.ts'
import { invalid, read } from '#app/web/form.server.ts'
import { requirePermission } from '#app/web/guard.server.ts'
import { db, transaction } from '#db/database.server.ts'
import { now } from '#db/time.ts'

export const links: LinksFunction = () => [{ rel: 'stylesheet', href: staffStyles }]
export const meta: MetaFunction = ({ matches }) => pageTitle(matches, { key: 'promises:ask.title' })

export async function loader(knock: LoaderFunctionArgs) {
  const asker = await requirePermission(knock, 'ideas.ask')
  const idea = found(await findDeskIdea(db, numberIn(knock.params), asker))
  const [{ promise, questions }, { calendar }] = await Promise.all([
    promiseAndQuestions(db, idea.id),
    siteSettings(db),
  ])
  const open = questions.find(({ answeredAt }) => !answeredAt)
  const { number, title, slug } = idea
  return {
    idea: { number, title, slug, lang: langOf(idea, knock.context.visit.locale) },
    hasAuthor: !!idea.authorId,
    timeZone: calendar.timeZone,
    clock:
      promise && !promise.endedAt
        ? { state: stateOf(promise, now()) as 'running' | 'late' | 'paused', dueAt: promise.dueAt }
        : null,
    open: open && { team: open.team, askedAt: open.askedAt, html: renderMarkdown(open.body) },
  }
}

const refusals = {
  'not-allowed': 'errors:invalid',
  'no-author': 'promises:ask.noAuthor',
  'already-open': 'promises:ask.alreadyOpen',
}

export async function action(knock: ActionFunctionArgs) {
  const asker = await requirePermission(knock, 'ideas.ask')
  const number = numberIn(knock.params)
  const form = await read(knock.request, QuestionForm)
  if (form.reply) return invalid(form.reply)

  const said = form.values
  const act = transaction((tx) =>
    said.intent === 'ask'
      ? askAuthor(tx, asker, number, said.body)
      : withdrawQuestion(tx, asker, number),
  )
  const outcome = found(await act)
  if (outcome === 'asked') return back(`/ideas/${number}#question`, 'question-asked')
  if (outcome === 'withdrawn' || outcome === 'not-open')
    return back(`/staff/ideas/${number}/question`, `question-${outcome}`)
  return form.refuse({ body: refusals[outcome] })
}

export default function AskPage() {
  const { t } = useTranslation('promises')
  const { idea, open, hasAuthor } = useLoaderData<typeof loader>()
  const typed = useTyped().text('body') !== undefined
  return (
    <>
      <Pagehead
        title={t('ask.title')}
        lead={t('ask.lead')}
        above={
          <a href={`/staff/ideas?idea=${idea.number}`}>
            {t('ask.idea', { number: idea.number })}
            {': '}
            <span lang={idea.lang}>{idea.title}</span>
          </a>
        }
      />
      <div className="stack measure">
        <Clock />
        {open && <Open />}
        {!hasAuthor && <Notice tone="warning">{t('ask.noAuthor')}</Notice>}
        {((hasAuthor && !open) || typed) && <Ask />}
        <p>
          <a href={`/ideas/${idea.number}/${idea.slug}`}>{t('ask.back')}</a>
        </p>
      </div>
    </>
  )
}

function Clock() {
  const { clock, timeZone } = useLoaderData<typeof loader>()
  const days = { day: clock?.dueAt }
  return (
    <p className="quiet">
      <ToldWithDays says={`ask.clock.${clock?.state ?? 'none'}`} days={days} timeZone={timeZone} />
    </p>
  )
}

function Open() {
  const { t } = useTranslation('promises')
  const { open } = useLoaderData<typeof loader>()
  return (
    <section className="asked" aria-labelledby="waiting">
      <h2 id="waiting">{t('ask.waiting')}</h2>
      <p className="quiet">
        {open!.team} · <Time at={open!.askedAt} as="dateTime" />
      </p>
      <Prose html={open!.html} />
      <p>{t('ask.waitingWhy', { team: open!.team })}</p>
      <form method="post" data-enhance="">
        <Button kind="plain" name="intent" value="withdraw">
          {t('ask.withdraw')}
        </Button>
      </form>
    </section>
  )
}

function Ask() {
  const { t } = useTranslation('promises')
  const { errors, field } = useTyped()
  return (
    <form method="post" className="form" noValidate data-enhance="">
      <ErrorSummary errors={errors} />
      <Field
        {...field('body')}
        kind="textarea"
        label={t('ask.body')}
        hint={t('ask.hint')}
        rows={5}
        maxLength={2000}
        required
      />
      <Button name="intent" value="ask" icon="send">
        {t('ask.do')}
      </Button>
    </form>
  )
}
