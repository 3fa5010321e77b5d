import { useActionData, useLoaderData } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { contactLimits } from '#app/domain/care/contact.form.ts'
import { Attachments, SentFiles } from '#app/ui/attachments.tsx'
import { Breadcrumb } from '#app/ui/breadcrumb.tsx'
import { Button, ButtonLink } from '#app/ui/button.tsx'
import { ErrorSummary } from '#app/ui/error-summary.tsx'
import { Field } from '#app/ui/field.tsx'
import { Icon } from '#app/ui/icon.tsx'
import { Notice } from '#app/ui/notice.tsx'
import { Pagehead } from '#app/ui/pagehead.tsx'
import { Time } from '#app/ui/time.tsx'
import { useTyped } from '#app/ui/use-typed.ts'
import type { RefusedFile, WaitingFile } from '../contact/files.server.ts'
import { Amends, Invited } from './amends.tsx'
import { ExpectedAnswer } from './expected.tsx'
import type { OwnCasePage } from './one.server.ts'
import { CaseState } from './state.tsx'

type Reply = { waiting?: WaitingFile[]; refused?: RefusedFile[] }
type Message = OwnCasePage['messages'][number]

/** One conversation with care: where it stands, what was said, and what its member can do. */
export function CasePage() {
  const { t } = useTranslation('care')
  const page = useLoaderData<OwnCasePage>()
  const typed = useTyped()
  return (
    <>
      <Breadcrumb
        steps={[
          { label: t('mine.title'), href: '/me/cases' },
          { label: t('mine.number', { number: page.number }) },
        ]}
      />
      <Pagehead
        title={page.subject}
        above={<CaseState is={page.is} />}
        lead={<Standing page={page} />}
      />
      <div className="my-case">
        <ErrorSummary errors={typed.errors} />
        <Facts page={page} />
        <ol className="thread">
          {page.messages.map((message) => (
            <Said key={message.id} message={message} />
          ))}
        </ol>
        <Amends given={page.given} />
        <Invited draftId={page.draftId} />
        <Ways page={page} typed={typed} />
      </div>
    </>
  )
}

/** Whose turn it is, and by when. */
function Standing({ page: { is, expected } }: { page: OwnCasePage }) {
  const { t } = useTranslation('care')
  if (expected) return <ExpectedAnswer expected={expected} />
  return <>{t(`mine.standing.${is}`)}</>
}

function Facts({ page }: { page: OwnCasePage }) {
  const { t } = useTranslation('care')
  const facts = (['product', 'batch', 'shop'] as const).filter((name) => page[name])
  if (!facts.length) return null
  return (
    <dl className="case-facts">
      {facts.map((name) => (
        <div key={name}>
          <dt>{t(`contact.${name}`)}</dt>
          <dd>{page[name]}</dd>
        </div>
      ))}
    </dl>
  )
}

/** Who said it, in which part, when. */
function Who({ message: { side, author, at, isNew, via } }: { message: Message }) {
  const { t } = useTranslation('care')
  return (
    <p className="who">
      <b>{side === 'member' ? t('mine.you') : (author ?? t('mine.care'))}</b>{' '}
      {side === 'care' && <span className="role">{t('mine.role')}</span>}{' '}
      <Time at={at} as="dateTime" /> {isNew && <span className="fresh">{t('mine.fresh')}</span>}
      {via === 'mail' && <span className="quiet">{t('mine.byMail')}</span>}
    </p>
  )
}

function Said({ message }: { message: Message }) {
  const { t } = useTranslation('care')
  const { id, caseId, side, body, quoted, isDeleted, files } = message
  return (
    <li id={`said-${id}`} data-side={side}>
      <Who message={message} />
      {isDeleted ? (
        <p className="quiet">{t('mine.deleted')}</p>
      ) : (
        <p className="as-written">{body}</p>
      )}
      {quoted && (
        <details>
          <summary>{t('mine.quoted')}</summary>
          <p className="as-written quiet">{quoted}</p>
        </details>
      )}
      <SentFiles files={files} folder={`/me/cases/${caseId}/files`} />
      {message.isRead && (
        <p className="quiet seen">
          <Icon name="check" /> {t('mine.seen')}
        </p>
      )}
    </li>
  )
}

type Part = { page: OwnCasePage; typed: ReturnType<typeof useTyped> }

/** What can be done: answer, open it again, say that it is solved, or begin anew. */
function Ways({ page, typed }: Part) {
  const { t } = useTranslation('care')
  if (page.isErased) return <Notice title={t('mine.erased')}>{t('mine.erasedText')}</Notice>
  if (page.mergedIntoId)
    return (
      <Notice title={t('mine.merged')}>
        <a href={`/me/cases/${page.mergedIntoId}`}>{t('mine.mergedGo')}</a>
      </Notice>
    )
  if (!page.canWrite)
    return (
      <Notice title={t('mine.shut')}>
        <p>{t('mine.shutText')}</p>
        <ButtonLink href="/contact" kind="plain">
          {t('mine.write')}
        </ButtonLink>
      </Notice>
    )
  return <Answer page={page} typed={typed} />
}

function Answer({ page, typed }: Part) {
  const { t } = useTranslation('care')
  const { waiting, refused } = (useActionData() ?? {}) as Reply
  const isSolved = page.is === 'solved'
  return (
    <section aria-labelledby="answer" className="case-answer">
      <h2 id="answer">{t(isSolved ? 'mine.reopen' : 'mine.answer')}</h2>
      {isSolved && page.reopensUntil && (
        <p>
          <Time at={page.reopensUntil} as="date" after={t('mine.reopenText')} />
          {t('mine.reopenHow')}
        </p>
      )}
      <form
        method="post"
        action={`/me/cases/${page.id}/replies`}
        encType="multipart/form-data"
        className="form"
        noValidate
      >
        <Field
          {...typed.field('body')}
          kind="textarea"
          rows={5}
          label={t('mine.body')}
          maxLength={contactLimits.body}
          required
        />
        <Attachments waiting={waiting} refused={refused} />
        <p className="row private">
          <Icon name="lock" />
          <span>{t('contact.private')}</span>
        </p>
        <div className="row acts">
          <Button icon="send">{t(isSolved ? 'mine.reopenDo' : 'mine.answerDo')}</Button>
        </div>
      </form>
      {page.canSolve && (
        <form method="post" action={`/me/cases/${page.id}`} className="row">
          <Button kind="plain" icon="check" name="intent" value="solve">
            {t('mine.solve')}
          </Button>
          <span className="quiet">{t('mine.solveHint')}</span>
        </form>
      )}
    </section>
  )
}
