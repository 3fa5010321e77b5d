import { useLoaderData } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { Button, ButtonLink } from '#app/ui/button.tsx'
import { Empty } from '#app/ui/empty.tsx'
import { useFormat } from '#app/ui/format.ts'
import { Icon } from '#app/ui/icon.tsx'
import { Pagehead } from '#app/ui/pagehead.tsx'
import { Time } from '#app/ui/time.tsx'
import type { SourcesData } from '../staff/mentions-sources.tsx'
import { mentionsHref, mostCounted } from './desk-use.ts'
import { feedErrorOf } from './faults.ts'
import { Way } from './rooms.tsx'

type Source = ReturnType<typeof useLoaderData<SourcesData>>['sources'][number]

const page = '/staff/mentions/sources'

/** Where mentions come from, and how each source stands. */
export function SourcesPage() {
  const { t } = useTranslation('mentions')
  const { sources } = useLoaderData<SourcesData>()
  return (
    <>
      <Way steps={[{ label: t('sources.title') }]} />
      <Pagehead
        title={t('sources.title')}
        lead={t('sources.lead')}
        action={
          <ButtonLink icon="plus" href={`${page}/new`}>
            {t('sources.add')}
          </ButtonLink>
        }
      />
      {sources.length ? (
        <ul className="plain-list mention-sources">
          {sources.map((source) => (
            <li key={source.id} id={`source-${source.id}`}>
              <OneSource source={source} />
            </li>
          ))}
        </ul>
      ) : (
        <Empty icon="rss" title={t('empty.noSource')} text={t('empty.noSourceText')} />
      )}
    </>
  )
}

function OneSource({ source }: { source: Source }) {
  const { t } = useTranslation('mentions')
  const { id, name, kind, url } = source
  return (
    <>
      <div className="what">
        <h2>
          <a href={`${page}/${id}`}>{name}</a>
        </h2>
        <p className="quiet">
          {t(`kind.${kind}`)}
          {url && (
            <>
              {' · '}
              <span className="address">{url}</span>
            </>
          )}
        </p>
        <Standing source={source} />
        <Counts source={source} />
      </div>
      <Acts source={source} />
    </>
  )
}

/** How many came from it, and how many of them wait; each with the way to them. */
function Counts({ source: { id, mentionsCount, waitingCount } }: { source: Source }) {
  const { t } = useTranslation('mentions')
  const { number } = useFormat()
  const told = (n: number) =>
    n > mostCounted ? t('moreThan', { n: number(mostCounted) }) : number(n)
  return (
    <p>
      <a href={mentionsHref({ state: 'all', source: id })}>
        {t('sources.count', { count: mentionsCount, n: told(mentionsCount) })}
      </a>
      {waitingCount > 0 && (
        <>
          {', '}
          <a href={mentionsHref({ source: id })}>
            {t('sources.waiting', { count: waitingCount, n: told(waitingCount) })}
          </a>
        </>
      )}
    </p>
  )
}

function Acts({ source: { id, name, kind, isOn } }: { source: Source }) {
  const { t } = useTranslation('mentions')
  return (
    <div className="row">
      {kind === 'csv' && isOn && (
        <ButtonLink kind="plain" icon="upload" href={`/staff/mentions/import?source=${id}`}>
          {t('import.link')}
        </ButtonLink>
      )}
      <form method="post" action={`${page}/${id}`} className="row">
        <input type="hidden" name="isOn" value={isOn ? 'off' : 'on'} />
        <Button kind="ghost" name="intent" value="switch">
          {t(isOn ? 'sources.switchOff' : 'sources.switchOn')}
          <span className="vh">: {name}</span>
        </Button>
      </form>
      {kind === 'feed' && isOn && (
        <form method="post" action={`${page}/${id}`}>
          <Button kind="plain" icon="download" name="intent" value="poll">
            {t('sources.poll')}
            <span className="vh">: {name}</span>
          </Button>
        </form>
      )}
    </div>
  )
}

/** Whether it works: off, well, or what went wrong the last time and how often in a row. */
export function Standing({ source }: { source: Omit<Source, 'mentionsCount' | 'waitingCount'> }) {
  const { t } = useTranslation('mentions')
  const { isOn, kind, polledAt, lastError, failures } = source
  if (!isOn)
    return (
      <p className="source-state" data-tone="neutral">
        <Icon name="circle-x" /> {t('sources.off')}
      </p>
    )
  if (lastError)
    return (
      <div className="source-state" data-tone="error">
        <Icon name="circle-alert" />
        <p>
          <strong>{t(`feedError.${feedErrorOf(lastError)}`)}</strong>{' '}
          {t('sources.failures', { count: failures })}{' '}
          {polledAt && (
            <>
              {t('sources.lastTry')} <Time at={polledAt} />
            </>
          )}
        </p>
      </div>
    )
  return (
    <p className="source-state" data-tone="success">
      <Icon name="circle-check" /> {t('sources.on')}
      {kind === 'feed' && (
        <>
          {' · '}
          {polledAt ? (
            <>
              {t('sources.polled')} <Time at={polledAt} />
            </>
          ) : (
            t('sources.neverPolled')
          )}
        </>
      )}
    </p>
  )
}
