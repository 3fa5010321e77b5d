import { useTranslation } from 'react-i18next'
import { ButtonLink } from './button.tsx'
import { Empty } from './empty.tsx'
import { type CardIdea, IdeaCard } from './idea-card.tsx'
import { Pager } from './pager.tsx'

type Props = {
  cards: CardIdea[]
  /** The address of this very page: whoever votes comes back to it. */
  address: string
  nextHref?: string
  firstHref?: string
  q?: string
  isFiltered: boolean
  proposeHref: string
}

/** The ideas of a page, the way to the others; or why there are none, and the way out. */
export function BoardList({ cards, address, nextHref, firstHref, ...rest }: Props) {
  const { t } = useTranslation('ideas')
  if (!cards.length) return <Nothing {...rest} firstHref={firstHref} />
  return (
    <section aria-labelledby="the-ideas">
      <h2 className="vh" id="the-ideas">
        {t('board.list')}
      </h2>
      <ol className="ideas">
        {cards.map((idea) => (
          <IdeaCard key={idea.id} idea={idea} redirectTo={address} level={3} />
        ))}
      </ol>
      <Pager nextHref={nextHref} firstHref={firstHref} />
    </section>
  )
}

type Why = Pick<Props, 'q' | 'isFiltered' | 'proposeHref' | 'firstHref'>

function Nothing({ q, isFiltered, proposeHref, firstHref }: Why) {
  const { t } = useTranslation('ideas')
  const propose = (
    <ButtonLink href={proposeHref}>
      {q ? t('board.proposeThis', { q }) : t('board.propose')}
    </ButtonLink>
  )
  const reset = (
    <ButtonLink href="/ideas" kind="ghost">
      {t('board.reset')}
    </ButtonLink>
  )
  if (firstHref)
    return (
      <Empty
        icon="list"
        title={t('board.past')}
        text={t('board.pastText')}
        action={<ButtonLink href={firstHref}>{t('board.first')}</ButtonLink>}
      />
    )
  if (!q && !isFiltered)
    return (
      <Empty icon="wheat" title={t('board.empty')} text={t('board.emptyText')} action={propose} />
    )
  return (
    <Empty
      icon="search"
      title={q ? t('board.emptySearch', { q }) : t('board.emptyFilter')}
      text={q ? t('board.emptySearchText') : t('board.emptyFilterText')}
      action={
        <p className="row">
          {propose}
          {isFiltered && reset}
        </p>
      }
    />
  )
}
