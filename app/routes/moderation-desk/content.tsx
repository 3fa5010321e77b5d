import { useLoaderData } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { Notice } from '#app/ui/notice.tsx'
import { Prose } from '#app/ui/prose.tsx'
import type { ItemPage } from './item-page.server.ts'

/** The whole of what it is about, as it is now, in its place. */
export function Content() {
  const { t } = useTranslation('moderation')
  const { item, idea, profile, images } = useLoaderData<ItemPage>()
  return (
    <section aria-labelledby="content" className="stack content">
      <h2 id="content">
        {item.subject === 'idea' && idea ? idea.title : t(`desk.content.${item.subject}`)}
      </h2>
      <Place />
      {profile ? <Profile /> : <Words />}
      {images.map(({ id, alt }) => (
        <Picture key={id} src={`/images/${id}/large`} alt={alt} />
      ))}
    </section>
  )
}

/** The idea it stands under, and what it answers. */
function Place() {
  const { t } = useTranslation('moderation')
  const { idea, parent } = useLoaderData<ItemPage>()
  return (
    <>
      {idea && (
        <p className="quiet">
          {t('desk.content.where')}{' '}
          <a href={`/ideas/${idea.number}/${idea.slug}`}>
            {t('desk.in', { title: idea.title, number: idea.number })}
          </a>
        </p>
      )}
      {parent && (
        <blockquote className="answered">
          <p className="quiet">
            {t('desk.content.answers', { name: parent.author ?? t('desk.nobody') })}
          </p>
          <Prose html={parent.html} />
        </blockquote>
      )}
    </>
  )
}

function Words() {
  const { t } = useTranslation('moderation')
  const { item, html, wasHtml, isEdited, images } = useLoaderData<ItemPage>()
  return (
    <>
      {html !== null && (
        <div className="reported">
          <Prose html={html} />
        </div>
      )}
      {isEdited && (
        <details>
          <summary>{t('desk.content.before')}</summary>
          <p className="as-written">{item.excerpt}</p>
        </details>
      )}
      {wasHtml && !images.length && (
        <Notice title={t('desk.content.gone')}>
          <Prose html={wasHtml} />
        </Notice>
      )}
    </>
  )
}

function Profile() {
  const { t } = useTranslation('moderation')
  const { profile } = useLoaderData<ItemPage>()
  if (!profile) return null
  return (
    <div className="reported stack">
      <p>
        <strong>{profile.displayName}</strong> ·{' '}
        <a href={`/members/${profile.handle}`}>{t('desk.content.seeProfile')}</a>
      </p>
      {profile.bio && <p className="as-written">{profile.bio}</p>}
      {profile.avatarId && <Picture src={`/images/${profile.avatarId}/avatar`} alt="" />}
    </div>
  )
}

/** Out of focus until it is asked for: nobody has to see it by opening the page. */
function Picture({ src, alt }: { src: string; alt: string }) {
  const { t } = useTranslation('moderation')
  return (
    <div className="veiled">
      <label>
        <input type="checkbox" data-key="v" />
        <span>{t('desk.content.unveil')}</span>
      </label>
      <img src={src} alt={alt || t('desk.content.noAlt')} loading="lazy" />
      <p className="quiet">{alt ? t('desk.content.alt', { alt }) : t('desk.content.noAlt')}</p>
    </div>
  )
}
