import { useLoaderData } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { useFormat } from '#app/ui/format.ts'
import { usePoints } from '#app/ui/points.tsx'
import { Table } from '#app/ui/table.tsx'
import { Time } from '#app/ui/time.tsx'
import { Who } from './facts.tsx'
import type { onePage } from './one-loader.server.ts'

type Page = ReturnType<typeof useLoaderData<typeof onePage>>

/** Everybody concerned, with what they earned and what waits. */
export function People() {
  const { t } = useTranslation('points')
  const { number } = useFormat()
  const points = usePoints()
  const { persons, more } = useLoaderData<typeof onePage>()
  return (
    <section aria-labelledby="people">
      <h2 id="people">{t('suspects.people')}</h2>
      <Table
        caption={t('suspects.people')}
        columns={[
          { key: 'person', label: t('suspects.person') },
          { key: 'how', label: t('suspects.how') },
          { key: 'joined', label: t('suspects.joined') },
          { key: 'earned', label: t('suspects.earned'), numeric: true },
          { key: 'held', label: t('suspects.heldOf'), numeric: true },
        ]}
        rows={persons.map((person) => ({
          key: person.id,
          cells: {
            person: <Who person={person} />,
            how: person.isServed
              ? t('suspects.served')
              : person.isByLink
                ? t('suspects.byLink')
                : '–',
            joined: <Time at={person.joinedAt} />,
            earned: points.number(person.earned),
            held: points.number(person.held),
          },
        }))}
      />
      {more > 0 && <p className="quiet">{t('suspects.more', { count: more, n: number(more) })}</p>}
    </section>
  )
}

/** What they did that speaks for it, with links to look at. */
export function Evidence() {
  const { acts, marks, voted } = useLoaderData<typeof onePage>()
  return (
    <>
      {marks.length > 0 && <Marks marks={marks} />}
      {voted.length > 0 && <Votes voted={voted} />}
      {acts.length > 0 && <Acts acts={acts} />}
    </>
  )
}

function Marks({ marks }: Pick<Page, 'marks'>) {
  const { t } = useTranslation('points')
  return (
    <section aria-labelledby="marks">
      <h2 id="marks">{t('suspects.marks')}</h2>
      <Table
        caption={t('suspects.marks')}
        columns={[
          { key: 'comment', label: t('suspects.comment') },
          { key: 'author', label: t('suspects.author') },
          { key: 'marker', label: t('suspects.marker') },
          { key: 'when', label: t('suspects.when') },
        ]}
        rows={marks.map(({ key, path, text, author, marker, at }) => ({
          key,
          cells: {
            comment: <a href={path}>{text}</a>,
            author: author ?? t('suspects.gone'),
            marker: marker ?? t('suspects.gone'),
            when: <Time at={at} />,
          },
        }))}
      />
    </section>
  )
}

function Votes({ voted }: Pick<Page, 'voted'>) {
  const { t } = useTranslation('points')
  return (
    <section aria-labelledby="votes">
      <h2 id="votes">{t('suspects.votes')}</h2>
      <Table
        caption={t('suspects.votes')}
        columns={[
          { key: 'idea', label: t('suspects.idea') },
          { key: 'voter', label: t('suspects.voter') },
          { key: 'when', label: t('suspects.when') },
        ]}
        rows={voted.map(({ key, voter, idea, at }) => ({
          key,
          cells: {
            idea: (
              <a href={idea.path} lang={idea.lang}>
                {idea.title}
              </a>
            ),
            voter: voter ?? t('suspects.gone'),
            when: <Time at={at} />,
          },
        }))}
      />
    </section>
  )
}

function Acts({ acts }: Pick<Page, 'acts'>) {
  const { t } = useTranslation('points')
  const points = usePoints()
  const say = t as (key: string) => string
  return (
    <section aria-labelledby="acts">
      <h2 id="acts">{t('suspects.acts')}</h2>
      <Table
        caption={t('suspects.acts')}
        columns={[
          { key: 'act', label: t('suspects.act') },
          { key: 'who', label: t('suspects.who') },
          { key: 'when', label: t('suspects.when') },
          { key: 'worth', label: t('suspects.worth'), numeric: true },
        ]}
        rows={acts.map((act) => ({
          key: String(act.seq),
          cells: {
            act: (
              <>
                {say(`rules.${act.rule}.name`)}
                {act.idea && (
                  <>
                    {': '}
                    <a href={act.idea.path} lang={act.idea.lang}>
                      {act.idea.title}
                    </a>
                  </>
                )}
              </>
            ),
            who: act.person ?? t('suspects.gone'),
            when: <Time at={act.actedAt} />,
            worth: points.signed(act.amount),
          },
        }))}
      />
      <p className="quiet">{t('suspects.actsMore')}</p>
    </section>
  )
}
