import { useLoaderData } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { Breadcrumb } from '#app/ui/breadcrumb.tsx'
import { Byline } from '#app/ui/byline.tsx'
import { Columns } from '#app/ui/columns.tsx'
import { Hole } from '#app/ui/hole.tsx'
import { Icon } from '#app/ui/icon.tsx'
import { OfficialAnswer } from '#app/ui/official-answer.tsx'
import { Pagehead } from '#app/ui/pagehead.tsx'
import { Prose } from '#app/ui/prose.tsx'
import { Share } from '#app/ui/share.tsx'
import { StatusChip } from '#app/ui/status-chip.tsx'
import { SupportPanel } from '#app/ui/support-panel.tsx'
import { ThankLink, Thanked } from '#app/ui/thanked.tsx'
import { Time } from '#app/ui/time.tsx'
import { useFormat } from '#app/ui/format.ts'
import { ForStaff } from '#app/ui/case-link.tsx'
import { Comments } from './show-comments.tsx'
import type { ideaPage } from './show-loader.server.ts'
import { Pictures } from './show-pictures.tsx'
import { LedHere, MergedHere, WithAuthors } from './show-merged.tsx'
import { ExistsToday } from './show-realised.tsx'
import { Weighed } from './show-dossier.tsx'
import { Asked, Promised } from './show-promise.tsx'
import { OwnReceipt } from './show-receipt.tsx'
import { Road } from './show-road.tsx'
import { RoundOfIdea } from './show-round.tsx'
import { Checked, Waiting } from './show-waiting.tsx'

/** An idea from its first line to its last comment; also the answer to a comment that was not accepted. */
export function ShowIdea() {
  const page = useLoaderData<typeof ideaPage>()
  const { t } = useTranslation('ideas')
  const { idea, category, answer, talk, voters, goal } = page
  return (
    <>
      <Breadcrumb
        steps={[
          { label: t('page.ideas'), href: '/ideas' },
          { label: category.label, href: `/ideas?category=${encodeURIComponent(category.id)}` },
          { label: t('page.number', { number: idea.number }) },
        ]}
      />
      <Columns
        label={t('page.aside')}
        first={<Head />}
        aside={
          <>
            <SupportPanel idea={idea} redirectTo={talk.here} voters={voters} goal={goal} />
            <Promised />
            <Near />
          </>
        }
      >
        <div className="idea-rest">
          <Waiting />
          <Checked />
          <LedHere here={page.here} />
          <OwnReceipt />
          {page.real && <ExistsToday ideaId={idea.id} page={page.real} />}
          <Proposal />
          {answer && (
            <OfficialAnswer team={answer.team} date={answer.publishedAt} editedAt={answer.editedAt}>
              <Prose html={answer.html} />
            </OfficialAnswer>
          )}
          <Weighed />
          <Asked />
          <RoundOfIdea />
          <Road steps={page.steps} history={page.history} answer={answer?.body} here={page.here} />
          <MergedHere here={page.here} />
          <Comments />
        </div>
      </Columns>
    </>
  )
}

function Head() {
  const { idea, author, here } = useLoaderData<typeof ideaPage>()
  const { t } = useTranslation('ideas')
  const others = <WithAuthors here={here} except={author?.handle} />
  return (
    <div className="idea-head">
      <Pagehead
        title={<span lang={idea.lang}>{idea.title}</span>}
        above={
          <>
            <StatusChip status={idea.status} />
            <span>{t('page.number', { number: idea.number })}</span>
          </>
        }
      >
        <Byline author={author} others={others}>
          <Time at={idea.publishedAt} as="date" />
          {idea.editedAt && (
            <>
              {' · '}
              <a href={`/ideas/${idea.number}/history`}>
                {t('page.edited')} <Time at={idea.editedAt} as="date" />
              </a>
            </>
          )}
        </Byline>
      </Pagehead>
    </div>
  )
}

function Proposal() {
  const { idea, images, thankedBy } = useLoaderData<typeof ideaPage>()
  const { t } = useTranslation('ideas')
  return (
    <section className="proposal" aria-labelledby="proposal">
      <h2 className="vh" id="proposal">
        {t('page.proposal')}
      </h2>
      <Prose html={idea.html} lang={idea.lang} />
      <Pictures images={images} />
      <Labels />
      <Thanked team={thankedBy} />
      <Acts />
    </section>
  )
}

function Labels() {
  const { tags } = useLoaderData<typeof ideaPage>()
  const { t } = useTranslation('ideas')
  if (!tags.length) return null
  return (
    <ul className="labels" aria-label={t('page.tags')}>
      {tags.map((tag) => (
        <li key={tag}>
          <a href={`/ideas?tag=${encodeURIComponent(tag)}`}>#{tag}</a>
        </li>
      ))}
    </ul>
  )
}

function Acts() {
  const { idea, url, thankedBy } = useLoaderData<typeof ideaPage>()
  const { t } = useTranslation('ideas')
  const edit = (
    <a className="act" href={`/ideas/${idea.number}/edit`}>
      <Icon name="pencil" />
      {t('page.edit')}
    </a>
  )
  return (
    <div className="acts">
      {idea.authorId && idea.editsOpen && (
        <Hole of={`own:${idea.authorId}`} cases={{ off: null, on: edit }} />
      )}
      <ForStaff number={idea.number} />
      {idea.authorId && !idea.isPrivate && (
        <ThankLink href={`/ideas/${idea.number}/thanks`} done={!!thankedBy} />
      )}
      <Share url={url} title={idea.title} />
      <a className="act" href={`/ideas/${idea.number}/feed.xml`}>
        <Icon name="rss" />
        {t('page.feed')}
      </a>
      <a className="act" href={`/ideas/${idea.number}/flags`} rel="nofollow">
        <Icon name="flag" />
        {t('page.report')}
      </a>
    </div>
  )
}

function Near() {
  const { near } = useLoaderData<typeof ideaPage>()
  const { t } = useTranslation('ideas')
  const { number } = useFormat()
  if (!near.length) return null
  return (
    <section className="near">
      <h2>{t('page.near')}</h2>
      <ul className="aside-list">
        {near.map((idea) => (
          <li key={idea.id}>
            <a href={`/ideas/${idea.number}/${idea.slug}`} lang={idea.lang}>
              {idea.title}
            </a>
            <span className="quiet">
              {t('page.votes', { count: idea.votesCount, n: number(idea.votesCount) })}
            </span>
          </li>
        ))}
      </ul>
    </section>
  )
}
