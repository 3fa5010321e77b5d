import { useTranslation } from 'react-i18next'
import type { Piece } from '#app/domain/ideas/revision.rules.ts'
import { Breadcrumb } from './breadcrumb.tsx'
import { ButtonLink } from './button.tsx'
import { Diff, isChanged } from './diff.tsx'
import { Empty } from './empty.tsx'
import { Pagehead } from './pagehead.tsx'
import { Time } from './time.tsx'

type Edit = {
  id: string
  at: Date | string
  title: Piece[]
  body: Piece[]
  category: string[]
  tags: string[]
}
type Props = { idea: { path: string; title: string; lang?: string }; edits: Edit[] }

/** Every change of an idea's text, the latest first, word by word. */
export function HistoryPage({ idea, edits }: Props) {
  const { t } = useTranslation('ideas')
  return (
    <>
      <Pagehead
        above={<Breadcrumb steps={[{ label: idea.title, href: idea.path }]} />}
        title={t('history.title')}
        lead={edits.length ? t('history.lead') : undefined}
      />
      {edits.length ? (
        <>
          <p className="quiet">{t('history.key')}</p>
          <ol className="edits">
            {edits.map((edit) => (
              <Change key={edit.id} edit={edit} lang={idea.lang} />
            ))}
          </ol>
        </>
      ) : (
        <Empty
          icon="history"
          title={t('history.none')}
          text={t('history.noneText')}
          action={<ButtonLink href={idea.path}>{t('history.back')}</ButtonLink>}
        />
      )}
    </>
  )
}

function Change({ edit, lang }: { edit: Edit; lang?: string }) {
  const { t } = useTranslation('ideas')
  const { title, body, category, tags } = edit
  const none = t('history.noTags')
  return (
    <li>
      <h2>
        <Time at={edit.at} as="dateTime" after={t('history.changed')} />
      </h2>
      {isChanged(title) && <Diff name={t('history.head')} pieces={title} lang={lang} />}
      {isChanged(body) && <Diff name={t('history.body')} pieces={body} lang={lang} />}
      {category[0] !== category[1] && (
        <p>{t('history.category', { from: category[0], to: category[1] })}</p>
      )}
      {tags[0] !== tags[1] && (
        <p>{t('history.tags', { from: tags[0] || none, to: tags[1] || none })}</p>
      )}
    </li>
  )
}
