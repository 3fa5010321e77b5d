import { useTranslation } from 'react-i18next'
import { Button } from '#app/ui/button.tsx'

/** Whether a member is shown on the leaderboard, and the way to the other choice. */
export function BoardChoice({ isOff, redirectTo }: { isOff: boolean; redirectTo?: string }) {
  const { t } = useTranslation('points')
  return (
    <section id="board" className="stack" aria-labelledby="board-choice">
      <h2 id="board-choice">{t('board.choice')}</h2>
      <p>
        {t('board.choiceText')} <strong>{t(isOff ? 'board.isHidden' : 'board.isShown')}</strong>
      </p>
      <form method="post" action="/me/points" className="row">
        {redirectTo && <input type="hidden" name="redirectTo" value={redirectTo} />}
        <Button kind="plain" name="intent" value={isOff ? 'show' : 'hide'}>
          {t(isOff ? 'board.show' : 'board.hide')}
        </Button>
        <a href="/leaderboard">{t('board.see')}</a>
      </form>
    </section>
  )
}
