import { useLoaderData } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { Breadcrumb } from '#app/ui/breadcrumb.tsx'
import { Button, ButtonLink } from '#app/ui/button.tsx'
import { ErrorSummary } from '#app/ui/error-summary.tsx'
import { Field } from '#app/ui/field.tsx'
import { useFormat } from '#app/ui/format.ts'
import { Notice } from '#app/ui/notice.tsx'
import { Pagehead } from '#app/ui/pagehead.tsx'
import { Prose } from '#app/ui/prose.tsx'
import { useTyped } from '#app/ui/use-typed.ts'
import type { ComparePage as Loader } from './compare-loader.server.ts'
import { Choice } from './compare-choice.tsx'
import { SideView } from './side-view.tsx'

type Page = ReturnType<typeof useLoaderData<Loader>>
type Pair = NonNullable<Page['pair']>

/** Two ideas side by side, which of them stays, and what will come of it. */
export function ComparePage() {
  const { t } = useTranslation('merges')
  const { source, pair, choice, running } = useLoaderData<Loader>()
  const number = source.number
  return (
    <>
      <Breadcrumb
        steps={[
          { label: t('title'), href: '/staff/merges' },
          { label: t('page.title', { number }) },
        ]}
      />
      <Pagehead
        title={t(choice ? 'page.choose' : 'page.title', { number })}
        lead={choice && t('page.chooseLead')}
      />
      <div className="stack merges">
        {running && <Running running={running} />}
        {choice && <Choice source={source} choice={choice} />}
        {pair && <Compared source={source} pair={pair} />}
      </div>
    </>
  )
}

function Running({ running }: { running: NonNullable<Page['running']> }) {
  const { t } = useTranslation('merges')
  const [source, target] = [running.source.title, running.target.title]
  return (
    <Notice tone="warning" title={t('page.running')}>
      <p>
        {t('page.runningText', { who: running.by, source, target })}{' '}
        <a href={`/staff/merges/${running.id}`}>{t('page.runningLink')}</a>
      </p>
    </Notice>
  )
}

function Compared({ source, pair }: { source: Page['source']; pair: Pair }) {
  const { t } = useTranslation('merges')
  const { target, obstacle } = pair
  return (
    <>
      <ErrorSummary errors={useTyped().errors} />
      <div className="two-sides">
        <SideView idea={source} part={t('page.source')} level={2}>
          <Prose html={source.html} lang={source.lang} />
        </SideView>
        <SideView idea={target} part={t('page.target')} level={2}>
          <Prose html={target.html} lang={target.lang} />
        </SideView>
      </div>
      <div className="row acts">
        <ButtonLink kind="plain" href={`/staff/ideas/${target.number}/merge?with=${source.number}`}>
          {t('page.swap')}
        </ButtonLink>
        <a href={`/staff/ideas/${source.number}/merge`}>{t('page.other')}</a>
      </div>
      {obstacle ? (
        <Notice tone="warning">{t(`obstacle.${obstacle}`)}</Notice>
      ) : (
        <Doing source={source} pair={pair} />
      )}
    </>
  )
}

function Doing({ source, pair }: { source: Page['source']; pair: Pair }) {
  const { t } = useTranslation('merges')
  const typed = useTyped({ note: t('page.notePrefilled') })
  const name = nameOf(source)
  return (
    <div className="doing">
      <div>
        <Votes preview={pair.preview} />
        <Consequences source={source} pair={pair} />
      </div>
      <form method="post" className="form" noValidate>
        <input type="hidden" name="into" value={pair.target.number} />
        <input type="hidden" name="seen" value={pair.seen} />
        <Field
          {...typed.field('note')}
          kind="textarea"
          rows={5}
          label={t('page.note')}
          hint={t('page.noteHint')}
          maxLength={2000}
          required
        />
        <Button icon={pair.isAsked ? 'mail' : 'git-merge'}>
          {pair.isAsked ? t('page.ask', { name }) : t('page.merge')}
        </Button>
      </form>
    </div>
  )
}

const nameOf = ({ author }: Page['source']) => author?.displayName ?? author?.handle ?? ''

function Votes({ preview }: { preview: Pair['preview'] }) {
  const { t } = useTranslation('merges')
  const { number } = useFormat()
  const { source, target, both, after, unnamed } = preview
  const parts = { source: number(source), target: number(target), both: number(both) }
  return (
    <section className="preview">
      <h2>{t('page.preview')}</h2>
      <p className="figure">{t('page.after', { count: after, n: number(after) })}</p>
      <p className="quiet">{t('page.sum', parts)}</p>
      {unnamed > 0 && (
        <p className="quiet">{t('page.unnamed', { count: unnamed, n: number(unnamed) })}</p>
      )}
    </section>
  )
}

function Consequences({ source, pair }: { source: Page['source']; pair: Pair }) {
  const { t } = useTranslation('merges')
  const { date, number } = useFormat()
  const { isAsked, isOthers, preview } = pair
  const name = nameOf(source)
  const count = preview.followers
  return (
    <section>
      <h2>{t('page.will')}</h2>
      <ul className="bullets">
        <li>
          {isAsked ? t('page.asks', { name, until: date(pair.askedUntil) }) : t('page.asksNobody')}
        </li>
        {isOthers && !isAsked && name && <li>{t('page.tellsAuthor', { name })}</li>}
        <li>{t('page.told', { count, n: number(count), title: source.title })}</li>
        <li>{t('page.once')}</li>
        <li>{t('page.both')}</li>
        <li>{t('page.undo')}</li>
      </ul>
    </section>
  )
}
