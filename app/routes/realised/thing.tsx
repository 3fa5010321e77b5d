import type { SerializeFrom } from '@remix-run/node'
import { useTranslation } from 'react-i18next'
import { Avatar } from '#app/ui/avatar.tsx'
import { AuthorName } from '#app/ui/byline.tsx'
import { Breadcrumb } from '#app/ui/breadcrumb.tsx'
import { ButtonLink } from '#app/ui/button.tsx'
import { useFormat } from '#app/ui/format.ts'
import { Hole } from '#app/ui/hole.tsx'
import { Icon } from '#app/ui/icon.tsx'
import { Notice } from '#app/ui/notice.tsx'
import { Pagehead } from '#app/ui/pagehead.tsx'
import { Prose } from '#app/ui/prose.tsx'
import type { RealisedPage } from './page.tsx'

type Page = SerializeFrom<RealisedPage>
type Props = { page: Page }

/** A thing that exists today, and everybody it is owed to. */
export function RealisedThing({ page, draft }: Props & { draft?: string }) {
  const { t } = useTranslation('realised')
  const { date } = useFormat()
  const { photo, idea } = page
  return (
    <article className="thing">
      <Breadcrumb steps={[{ label: t('page.all'), href: '/realised' }, { label: page.title }]} />
      {draft && <Notice tone="warning">{draft}</Notice>}
      <Pagehead
        title={<span lang={page.lang}>{page.title}</span>}
        above={
          <>
            <Honesty of={page.honesty} />
            <span>{t('page.since', { date: date(`${page.realisedOn}T12:00:00Z`) })}</span>
          </>
        }
      />
      <Hole of={`vote:${idea.id}`} cases={{ off: null, on: <Mine /> }} />
      {photo && (
        <img
          className="thing-photo"
          src={`/images/${photo.id}/large`}
          alt={photo.alt}
          width={photo.width}
          height={photo.height}
        />
      )}
      <div lang={page.lang}>
        <Prose html={page.html} />
      </div>
      <p className="told quiet">{t('page.team', { team: page.team })}</p>
      {page.productUrl && (
        <p>
          <a className="btn primary" href={page.productUrl} rel="noopener">
            {t('page.product')}
            <Icon name="external-link" />
          </a>
        </p>
      )}
      <p className="honesty-why">{t(`honesty.${page.honesty}.why`)}</p>
      <Origins page={page} />
      <Changes page={page} />
      <Supporters page={page} />
    </article>
  )
}

function Honesty({ of }: { of: Page['honesty'] }) {
  const { t } = useTranslation('realised')
  return (
    <span className="honesty">
      <Icon name="wheat" />
      {t(`honesty.${of}.label`)}
    </span>
  )
}

/** For whoever voted for it: theirs, too, is a part of it. */
function Mine() {
  const { t } = useTranslation('realised')
  return (
    <p className="mine-now-real">
      <Icon name="circle-check" />
      <span>
        <strong>{t('mark')}</strong> <a href="/me/settings#named">{t('page.beNamed')}</a>
      </span>
    </p>
  )
}

function Origins({ page: { idea, sources } }: Props) {
  const { t } = useTranslation('realised')
  const { number } = useFormat()
  return (
    <section aria-labelledby="origins">
      <h2 id="origins">{t('page.origins', { count: sources.length + 1 })}</h2>
      <ul className="origins">
        {[idea, ...sources].map((one) => (
          <li key={one.id}>
            <Avatar person={one.author} size={40} />
            <div>
              <a href={`/ideas/${one.number}/${one.slug}`} lang={one.lang}>
                {one.title}
              </a>
              <p className="quiet">
                <AuthorName author={one.author} /> ·{' '}
                {t('page.votes', { count: one.votesCount, n: number(one.votesCount) })}
              </p>
            </div>
          </li>
        ))}
      </ul>
    </section>
  )
}

function Changes({ page: { changes } }: Props) {
  const { t } = useTranslation('realised')
  if (!changes.length) return null
  return (
    <section aria-labelledby="changes">
      <h2 id="changes">{t('page.changes')}</h2>
      <ul className="changes">
        {changes.map(({ id, said, change, author }) => (
          <li key={id}>
            <blockquote>
              <a href={`/comments/${id}`}>{said}</a>
            </blockquote>
            <p className="by">
              <Avatar person={author} size={28} />
              <AuthorName author={author} />
            </p>
            {change && (
              <p className="change">
                <Icon name="arrow-right" />
                <span>
                  <span className="vh">{t('page.change')}</span> {change}
                </span>
              </p>
            )}
          </li>
        ))}
      </ul>
    </section>
  )
}

function Supporters({ page: { supporters, count } }: Props) {
  const { t } = useTranslation('realised')
  const { number } = useFormat()
  const others = Math.max(0, count - supporters.length)
  return (
    <section aria-labelledby="supporters">
      <h2 id="supporters">{t('page.supporters', { count, n: number(count) })}</h2>
      {supporters.length > 0 && (
        <ul className="supporters">
          {supporters.map((person) => (
            <li key={person.handle}>
              <Avatar person={person} size={28} />
              <AuthorName author={person} />
            </li>
          ))}
        </ul>
      )}
      <p className="quiet">
        {others > 0 &&
          t(supporters.length ? 'page.andOthers' : 'page.unnamed', {
            count: others,
            n: number(others),
          })}{' '}
        <a href="/me/settings#named">{t('page.howNamed')}</a>
      </p>
      <p>
        <ButtonLink href="/ideas" kind="plain">
          {t('page.next')}
        </ButtonLink>
      </p>
    </section>
  )
}
