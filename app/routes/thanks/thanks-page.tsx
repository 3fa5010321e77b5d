import { useLoaderData } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { Button, ButtonLink } from '#app/ui/button.tsx'
import { ErrorSummary } from '#app/ui/error-summary.tsx'
import { Notice } from '#app/ui/notice.tsx'
import { Pagehead } from '#app/ui/pagehead.tsx'
import { usePoints } from '#app/ui/points.tsx'
import { Time } from '#app/ui/time.tsx'
import { useTyped } from '#app/ui/use-typed.ts'
import type { thanksPage } from './thanks-page.server.ts'

type Data = typeof thanksPage

/** Before thanks are said: for what, to whom, in whose name, and what comes of it. */
export function Thanks() {
  const { t } = useTranslation('ideas')
  const { of, team, who, excerpt, path, given } = useLoaderData<Data>()
  const typed = useTyped()
  return (
    <>
      <Pagehead
        title={t(given ? 'thanks.given' : 'thanks.title')}
        lead={t(given ? `thanks.givenFor.${of}` : `thanks.lead.${of}`, {
          team,
          who: who ?? t('thanks.former'),
        })}
      />
      <form method="post" className="measure stack">
        <ErrorSummary errors={typed.errors} />
        <blockquote className="reported">{excerpt}</blockquote>
        <What />
        <div className="row">
          <Act />
          <ButtonLink kind="ghost" href={path}>
            {t('thanks.back')}
          </ButtonLink>
        </div>
      </form>
    </>
  )
}

/** What will happen, or why it cannot. */
function What() {
  const { t } = useTranslation('ideas')
  const { team, hindered, given } = useLoaderData<Data>()
  const { many } = usePoints()
  if (hindered) return <Notice>{t(`thanks.hindered.${hindered}`)}</Notice>
  if (!given) return <p>{t('thanks.effect', { team, noun: many })}</p>
  return (
    <p>
      <Time at={given.at} as="dateTime" />. {t(given.isRecent ? 'thanks.recent' : 'thanks.stays')}
    </p>
  )
}

function Act() {
  const { t } = useTranslation('ideas')
  const { hindered, given } = useLoaderData<Data>()
  if (given?.isRecent)
    return (
      <Button kind="plain" name="intent" value="take-back">
        {t('thanks.takeBack')}
      </Button>
    )
  if (given || hindered) return null
  return (
    <Button name="intent" value="thank" icon="hand-heart">
      {t('thanks.do')}
    </Button>
  )
}
