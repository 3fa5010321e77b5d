import { useLoaderData } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { Button, ButtonLink } from '#app/ui/button.tsx'
import { Field } from '#app/ui/field.tsx'
import { Notice } from '#app/ui/notice.tsx'
import { Time } from '#app/ui/time.tsx'
import { useTyped } from '#app/ui/use-typed.ts'
import type { PersonPage } from '../staff/people-person.tsx'
import { Earlier, stateOf } from './past.tsx'

/** How somebody stands, what was decided against them, and the way to decide more. */
export function Standing() {
  const { t } = useTranslation('identity')
  const { person, past } = useLoaderData<PersonPage>()
  const here = `/staff/people/${person.handle}`
  const asked = new URLSearchParams({ subject: 'profile', id: person.id, redirectTo: here })
  const isDecided = past.some((one) => one.act === 'suspend' && !stateOf(one))
  return (
    <>
      <section className="stack">
        <h2>{t('people.standing')}</h2>
        <HowTheyStand />
        <p className="quiet">{t('people.decideHint')}</p>
        <div className="row">
          <ButtonLink kind="plain" icon="scale" href={`/staff/moderation/decide?${asked}`}>
            {t('people.decide')}
          </ButtonLink>
        </div>
        {person.suspendedAt && !isDecided && <Readmit />}
      </section>
      <Earlier past={past} here={here} canRestore />
    </>
  )
}

function HowTheyStand() {
  const { t } = useTranslation('identity')
  const { suspendedAt, suspendedUntil, silencedUntil } = useLoaderData<PersonPage>().person
  return (
    <>
      {suspendedAt && (
        <Notice tone="warning" title={t('people.is.suspended')}>
          <p>
            {t('people.since')} <Time at={suspendedAt} as="dateTime" />
          </p>
          {suspendedUntil && (
            <p>
              {t('people.until')} <Time at={suspendedUntil} as="dateTime" />
            </p>
          )}
        </Notice>
      )}
      {silencedUntil && (
        <Notice tone="warning" title={t('people.is.silenced')}>
          <p>
            {t('people.until')} <Time at={silencedUntil} as="dateTime" />
          </p>
        </Notice>
      )}
    </>
  )
}

/** Who was suspended before decisions were kept is let in again with a word for the record. */
function Readmit() {
  const { t } = useTranslation('identity')
  const typed = useTyped()
  return (
    <form method="post" className="form" noValidate>
      <Field
        {...typed.field('reason')}
        label={t('people.reason')}
        hint={t('people.reasonHint')}
        maxLength={500}
        required
      />
      <div className="row acts">
        <Button name="intent" value="readmit">
          {t('people.readmitDo')}
        </Button>
      </div>
    </form>
  )
}
