import { useTranslation } from 'react-i18next'
import { Avatar, type Face } from './avatar.tsx'
import { AuthorName } from './byline.tsx'
import { useFormat } from './format.ts'
import { Hole } from './hole.tsx'
import { Icon } from './icon.tsx'

export type RealisedData = {
  id: string
  href: string
  title: string
  lang?: string
  honesty: 'born_here' | 'inspired_here' | 'already_in_the_works' | null
  author: Face | null
  votesCount: number
  photo: { id: string; alt: string } | null
  said: string | null
  /** When it came to be, or who last spoke of it and when. */
  told: { team?: string; date: Date | string } | null
}

/** An idea that exists today: what it is, who had it, and the brand's own words on how it went. */
export function RealisedStory({ idea, level = 2 }: { idea: RealisedData; level?: 2 | 3 }) {
  const { t } = useTranslation(['ideas', 'realised'])
  const { number } = useFormat()
  const Title = `h${level}` as const
  const { author, votesCount: count } = idea
  return (
    <li className="realised-story">
      <Picture idea={idea} />
      <Title>
        <a href={idea.href} lang={idea.lang}>
          {idea.title}
        </a>
      </Title>
      <p className="by">
        <Avatar person={author} size={28} />
        {author ? (
          <span>
            {t('realised.from')} <AuthorName author={author} />
          </span>
        ) : (
          t('realised.former')
        )}
      </p>
      <p className="by tnum">
        <Icon name="wheat" />
        <span>
          {t('realised.votes', { count, n: number(count) })}{' '}
          <Hole
            of={`vote:${idea.id}`}
            cases={{ off: null, on: <b className="mine">{t('realised:mark')}</b> }}
          />
        </span>
      </p>
      {idea.said && (
        <blockquote lang={idea.lang}>
          <p>{idea.said}</p>
        </blockquote>
      )}
      <Told idea={idea} />
    </li>
  )
}

function Picture({ idea: { photo } }: { idea: RealisedData }) {
  if (!photo)
    return (
      <span className="no-photo">
        <Icon name="wheat" />
      </span>
    )
  return (
    <img
      src={`/images/${photo.id}/large`}
      alt={photo.alt}
      width="640"
      height="480"
      loading="lazy"
    />
  )
}

function Told({ idea: { told, honesty, href, title } }: { idea: RealisedData }) {
  const { t } = useTranslation(['ideas', 'realised'])
  const { date } = useFormat()
  return (
    <p className="told quiet">
      {honesty && <span className="honesty">{t(`realised:honesty.${honesty}.label`)}</span>}
      {told?.team && <span>{t('realised.said', { team: told.team, date: date(told.date) })}</span>}
      {told && !told.team && <span>{t('realised:page.since', { date: date(told.date) })}</span>}
      <a href={href} aria-label={t('realised.readName', { title })}>
        {t('realised.read')}
      </a>
    </p>
  )
}
