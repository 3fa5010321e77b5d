import { useTranslation } from 'react-i18next'
import { Icon } from '#app/ui/icon.tsx'
import { Time } from '#app/ui/time.tsx'
import { CaseAct } from './case-act.tsx'
import { Snooze } from './case-snooze.tsx'
import { SlaChip } from './sla-chip.tsx'
import { useCasePage } from './case-types.ts'

/** What the case is about, how it stands, and what is most often done with it. */
export function CaseHead() {
  const { t } = useTranslation('care')
  const {
    number,
    subject,
    state,
    priority,
    source,
    createdAt,
    writer,
    locale,
    snoozedUntil,
    chip,
    mentionId,
  } = useCasePage()
  return (
    <header className="talk-head">
      <div className="above">
        <BackToList />
        <span className="tnum">{t('talk.number', { number: String(number) })}</span>
        <span className="chip" data-state={state}>
          {t(`talk.state.${state}`)}
          {state === 'snoozed' && snoozedUntil && <Time at={snoozedUntil} as="dateTime" after="" />}
        </span>
        {priority !== 'normal' && (
          <span className="chip" data-priority={priority}>
            {t(`talk.priority.${priority}`)}
          </span>
        )}
        {chip && <SlaChip chip={chip} />}
        <Around />
      </div>
      <h1 lang={locale}>{subject}</h1>
      <p className="quiet">
        {t(`talk.source.${source}`, { writer })} · <Time at={createdAt} />
        {mentionId && (
          <>
            {' · '}
            <a href={`/staff/mentions/${mentionId}`}>{t('talk.toMention')}</a>
          </>
        )}
      </p>
      <HeadActs />
    </header>
  )
}

function BackToList() {
  const { t } = useTranslation('care')
  const { list, id } = useCasePage()
  return (
    <a className="act back-to-cases" href={`${list}#case-${id}`}>
      <Icon name="arrow-left" /> {t('talk.back')}
    </a>
  )
}

/** The cases before and after this one in the view that the agent came from. */
function Around() {
  const { t } = useTranslation('care')
  const { previous, next } = useCasePage()
  return (
    <nav className="around" aria-label={t('talk.around')}>
      {previous && (
        <a href={previous} rel="prev" data-key="k" title={t('talk.previous')}>
          <Icon name="chevron-up" />
          <span className="vh">{t('talk.previous')}</span>
        </a>
      )}
      {next && (
        <a href={next} rel="next" data-key="j" title={t('talk.next')}>
          <Icon name="chevron-down" />
          <span className="vh">{t('talk.next')}</span>
        </a>
      )}
      <a href="?help=1" data-key="?" title={t('talk.keys.title')}>
        <Icon name="circle-question-mark" />
        <span className="vh">{t('talk.keys.title')}</span>
      </a>
    </nav>
  )
}

function HeadActs() {
  const { t } = useTranslation('care')
  const { ways, state } = useCasePage()
  const can = (to: (typeof ways)[number]) => ways.includes(to)
  return (
    <div className="head-acts">
      <Take />
      {can('solved') && (
        <CaseAct intent="solve" icon="check">
          {t('talk.solve')}
        </CaseAct>
      )}
      {state === 'snoozed' && (
        <CaseAct intent="wake" icon="bell-ring">
          {t('talk.wake')}
        </CaseAct>
      )}
      {(state === 'solved' || state === 'closed') && (
        <CaseAct intent="reopen" icon="undo-2">
          {t('talk.reopen')}
        </CaseAct>
      )}
      {can('snoozed') && <Snooze />}
      {state !== 'merged' && <Ways />}
    </div>
  )
}

function Take() {
  const { t } = useTranslation('care')
  const { state, assigneeId, me } = useCasePage()
  if (assigneeId === me || state === 'merged') return null
  return (
    <CaseAct intent="assign" name="assignee" value="me" icon="user-check">
      {t('talk.take')}
    </CaseAct>
  )
}

/** Where a case is put together with another, or parted. */
function Ways() {
  const { t } = useTranslation('care')
  const { path } = useCasePage()
  return (
    <>
      <a className="btn ghost" href={`${path}/merge`}>
        <Icon name="git-merge" /> {t('talk.merge')}
      </a>
      <a className="btn ghost" href={`${path}/split`}>
        <Icon name="copy" /> {t('talk.split')}
      </a>
    </>
  )
}
