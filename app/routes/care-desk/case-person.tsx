import { useTranslation } from 'react-i18next'
import { Avatar } from '#app/ui/avatar.tsx'
import { Icon } from '#app/ui/icon.tsx'
import { usePoints } from '#app/ui/points.tsx'
import { Time } from '#app/ui/time.tsx'
import { Masked } from './case-reveal.tsx'
import { type CaseData, useCasePage } from './case-types.ts'

type Member = NonNullable<CaseData['person']['member']>

/** Whoever wrote: a member, with what we know of them, or somebody unknown to us. */
export function CasePerson() {
  const { t } = useTranslation('care')
  const { member, stranger } = useCasePage().person
  return (
    <section aria-labelledby="panel-person">
      <h2 id="panel-person">{t('panel.person')}</h2>
      {member ? <Known member={member} /> : <Unknown stranger={stranger} />}
    </section>
  )
}

function Known({ member }: { member: Member }) {
  const { t } = useTranslation('care')
  const { text: points } = usePoints()
  const { locale } = useCasePage()
  return (
    <>
      <p className="who-wrote">
        <Avatar person={member} size={40} />
        <span>
          <a href={`/members/${member.handle}`}>{member.displayName}</a>
          <span className="quiet">{member.level}</span>
        </span>
      </p>
      <dl className="facts">
        <dt>{t('panel.email')}</dt>
        <dd>
          {member.maskedEmail ? <Masked field="email" mask={member.maskedEmail} /> : '–'}
          <span className="quiet verified">
            <Icon name={member.isVerified ? 'circle-check' : 'triangle-alert'} />
            {t(member.isVerified ? 'panel.verified' : 'panel.unverified')}
          </span>
        </dd>
        <dt>{t('panel.points')}</dt>
        <dd>{points(member.points)}</dd>
        <dt>{t('panel.language')}</dt>
        <dd>{t(`panel.speaks.${member.locale ?? locale}`)}</dd>
        {member.hasBirthYear && (
          <>
            <dt>{t('panel.birthYear')}</dt>
            <dd>
              <Masked field="birthYear" mask="••••" />
            </dd>
          </>
        )}
        <dt>{t('panel.since')}</dt>
        <dd>
          <Time at={member.joinedAt} as="date" />
        </dd>
        <dt>{t('panel.consents')}</dt>
        <dd>
          {member.consents.length
            ? member.consents.map((purpose) => t(`panel.consent.${purpose}`)).join(', ')
            : t('panel.noConsents')}
        </dd>
      </dl>
    </>
  )
}

function Unknown({ stranger }: { stranger: CaseData['person']['stranger'] }) {
  const { t } = useTranslation('care')
  const { locale } = useCasePage()
  return (
    <>
      <p className="who-wrote">
        <Avatar person={null} size={40} />
        <span>
          <b>{stranger?.name || t('panel.nameless')}</b>
          <span className="quiet">{t('panel.unknown')}</span>
        </span>
      </p>
      <dl className="facts">
        {stranger?.maskedEmail && (
          <>
            <dt>{t('panel.email')}</dt>
            <dd>
              <Masked field="email" mask={stranger.maskedEmail} />
            </dd>
          </>
        )}
        <dt>{t('panel.language')}</dt>
        <dd>{t(`panel.speaks.${locale}`)}</dd>
      </dl>
    </>
  )
}
