import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { deviceName } from '#app/domain/identity/device.rules.ts'
import { accountOf } from '#app/domain/identity/profile.server.ts'
import { devicesOf } from '#app/domain/identity/session.server.ts'
import { Button, ButtonLink } from '#app/ui/button.tsx'
import { Pagehead } from '#app/ui/pagehead.tsx'
import { pageTitle } from '#app/ui/page-title.ts'
import { Table } from '#app/ui/table.tsx'
import { Time } from '#app/ui/time.tsx'
import { requireMember } from '#app/web/guard.server.ts'
import { db } from '#db/database.server.ts'

export const meta: MetaFunction = ({ matches }) =>
  pageTitle(matches, { key: 'identity:security.title' })

export async function loader(knock: LoaderFunctionArgs) {
  const { id, sessionId } = await requireMember(knock)
  const [{ email }, sessions] = await Promise.all([accountOf(db, id), devicesOf(id)])
  const devices = sessions.map((device) => ({
    id: device.id,
    name: deviceName(device.agent),
    seenAt: device.seenAt,
    since: device.createdAt,
    isThis: device.id === sessionId,
  }))
  return { email, devices }
}

export default function MySecurity() {
  const { t } = useTranslation('identity')
  const { email } = useLoaderData<typeof loader>()
  return (
    <>
      <Pagehead title={t('security.title')} lead={t('security.lead')} />
      <div className="sections">
        <section className="stack">
          <h2>{t('security.access')}</h2>
          <p>
            {t('email.label')}: <strong>{email}</strong>
          </p>
          <div className="row">
            <ButtonLink href="/me/security/email" kind="plain" icon="mail">
              {t('email.change')}
            </ButtonLink>
            <ButtonLink href="/me/security/password" kind="plain" icon="lock">
              {t('password.change')}
            </ButtonLink>
          </div>
        </section>
        <Devices />
      </div>
    </>
  )
}

function Devices() {
  const { t } = useTranslation('identity')
  const { devices } = useLoaderData<typeof loader>()
  return (
    <section className="stack">
      <h2>{t('devices.title')}</h2>
      <Table
        caption={t('devices.title')}
        columns={[
          { key: 'name', label: t('devices.name') },
          { key: 'since', label: t('devices.since') },
          { key: 'seen', label: t('devices.seen') },
          { key: 'act', label: t('devices.act'), hideLabel: true },
        ]}
        rows={devices.map(({ id, name, seenAt, since, isThis }) => ({
          key: id,
          cells: {
            name: name || t('devices.unknown'),
            since: <Time at={since} as="date" />,
            seen: <Time at={seenAt} />,
            act: isThis ? t('devices.this') : <SignOut device={id} name={name} />,
          },
        }))}
      />
      {devices.length > 1 && (
        <form method="post" action="/me/devices">
          <Button name="intent" value="others" kind="danger" icon="log-out">
            {t('devices.others')}
          </Button>
        </form>
      )}
    </section>
  )
}

function SignOut({ device, name }: { device: string; name: string }) {
  const { t } = useTranslation('identity')
  return (
    <form method="post" action="/me/devices">
      <input type="hidden" name="device" value={device} />
      <Button
        name="intent"
        value="one"
        kind="plain"
        aria-label={`${t('devices.out')}: ${name || t('devices.unknown')}`}
      >
        {t('devices.out')}
      </Button>
    </form>
  )
}
