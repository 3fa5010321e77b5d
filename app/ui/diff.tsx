import { useTranslation } from 'react-i18next'
import type { Piece } from '#app/domain/ideas/revision.rules.ts'

export const isChanged = (pieces: Piece[]) => pieces.some(({ kind }) => kind !== 'same')

/** Two texts in one, word by word: what is gone and what has come, for eyes and ears. */
export function Diff({ name, pieces, lang }: { name: string; pieces: Piece[]; lang?: string }) {
  return (
    <>
      <h3>{name}</h3>
      <p className="diff" lang={lang}>
        {pieces.map((piece, i) => (
          <Words key={i} piece={piece} />
        ))}
      </p>
    </>
  )
}

function Words({ piece: { text, kind } }: { piece: Piece }) {
  const { t } = useTranslation('ideas')
  if (kind === 'same') return text
  const Mark = kind === 'added' ? 'ins' : 'del'
  return (
    <Mark>
      <span className="vh">{t(`history.${kind}`)} </span>
      {text}
    </Mark>
  )
}
