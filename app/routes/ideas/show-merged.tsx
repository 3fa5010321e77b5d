import { useTranslation } from 'react-i18next'
import type { SerializeFrom } from '@remix-run/node'
import { AuthorName } from '#app/ui/byline.tsx'
import { useFormat } from '#app/ui/format.ts'
import { Icon } from '#app/ui/icon.tsx'
import { Notice } from '#app/ui/notice.tsx'
import { Time } from '#app/ui/time.tsx'
import type { Move } from '#app/ui/timeline.tsx'
import type { MergedShown } from './show-merged.server.ts'

export type HereShown = SerializeFrom<MergedShown>
type Shown = HereShown

/** Who comes by the address of an idea that was merged into this one learns why they are here. */
export function LedHere({ here }: { here: Shown }) {
  const { t } = useTranslation('merges')
  const source = here.merged.find(({ number }) => number === here.from)
  if (!source) return null
  return (
    <Notice>
      <p>
        {t('here.from', { title: source.title })}{' '}
        <a href={`/ideas/${source.number}/original`}>{t('here.fromLink')}</a>
      </p>
    </Notice>
  )
}

/** Those who wrote the ideas in this one, beside its own author: "with B and C". */
export function WithAuthors({ here, except }: { here: Shown; except?: string }) {
  const { t } = useTranslation('merges')
  const others = here.authors.filter(({ handle }) => handle !== except)
  if (!others.length) return null
  return (
    <span className="with">
      {t('here.with')}{' '}
      {others.map((author, i) => (
        <span key={author.handle}>
          {i > 0 && (i === others.length - 1 ? ` ${t('here.and')} ` : ', ')}
          <AuthorName author={author} />
        </span>
      ))}
    </span>
  )
}

/** Every idea that lives on in this one, with the way to read it whole. */
export function MergedHere({ here }: { here: Shown }) {
  const { t } = useTranslation('merges')
  const { number } = useFormat()
  if (!here.merged.length) return null
  return (
    <section className="merged-here" aria-labelledby="merged-here">
      <h2 id="merged-here">{t('here.title')}</h2>
      <ul>
        {here.merged.map(({ votesCarried: count, ...source }) => (
          <li key={source.number}>
            <Icon name="git-merge" />
            <div>
              <h3 lang={source.lang}>{source.title}</h3>
              <p className="quiet">
                <AuthorName author={source.author} /> · {t('here.proposed')}{' '}
                <Time at={source.publishedAt} as="date" /> ·{' '}
                {t('here.brought', { count, n: number(count) })}
                {source.through && ` · ${t('here.through', { title: source.through })}`}
              </p>
              <a href={`/ideas/${source.number}/original`}>{t('here.read')}</a>
            </div>
          </li>
        ))}
      </ul>
    </section>
  )
}

/** The merges of an idea as lines of its timeline. */
export function useMergeMoves(here: Shown): Move[] {
  const { t } = useTranslation('merges')
  return here.history.map(({ id, is, title, team, note, at }) => ({
    key: id,
    label: t(`here.${is}`, { title }),
    date: at,
    who: team,
    tone: 'neutral',
    icon: 'git-merge',
    note,
  }))
}
