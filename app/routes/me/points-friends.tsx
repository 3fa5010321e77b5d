import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { accountOf } from '#app/domain/points/account.server.ts'
import { broughtBy, friendCodeOf } from '#app/domain/points/friend.server.ts'
import { FriendForm } from '#app/domain/points/member.form.ts'
import { termsAt } from '#app/domain/points/rule.server.ts'
import { siteSettings } from '#app/domain/site/site.server.ts'
import { Button } from '#app/ui/button.tsx'
import { Field } from '#app/ui/field.tsx'
import { Figures } from '#app/ui/figures.tsx'
import { Icon } from '#app/ui/icon.tsx'
import { Pagehead } from '#app/ui/pagehead.tsx'
import { pageTitle } from '#app/ui/page-title.ts'
import { usePoints } from '#app/ui/points.tsx'
import { back } from '#app/web/answer.server.ts'
import { env } from '#app/web/env.server.ts'
import { invalid, read } from '#app/web/form.server.ts'
import { requireMember } from '#app/web/guard.server.ts'
import { db, transaction } from '#db/database.server.ts'
import { now } from '#db/time.ts'

export const meta: MetaFunction = ({ matches }) =>
  pageTitle(matches, { key: 'points:friends.title' })

const path = '/me/points/friends'

export async function loader(knock: LoaderFunctionArgs) {
  const { id } = await requireMember(knock)
  const [{ friendCode }, counts, { friend }, { name }] = await Promise.all([
    accountOf(db, id),
    broughtBy(db, id),
    termsAt(db, now()),
    siteSettings(db),
  ])
  const link = friendCode && new URL(`/join?friend=${friendCode}`, env.publicUrl).href
  return { link, counts, reward: friend.isOn ? friend.amount : 0, siteName: name }
}

export async function action(knock: ActionFunctionArgs) {
  const member = await requireMember(knock)
  const form = await read(knock.request, FriendForm)
  if (form.reply) return invalid(form.reply)
  await transaction((tx) => friendCodeOf(tx, member.id))
  return back(path, 'friend-link')
}

/** A member's own link to bring others, and how many came by it. */
export default function Friends() {
  const { t } = useTranslation('points')
  const points = usePoints()
  const { link, counts, reward, siteName } = useLoaderData<typeof loader>()
  const { came, tookPart } = counts
  return (
    <>
      <Pagehead
        above={
          <a className="act" href="/me/points">
            <Icon name="arrow-left" /> {t('statement.title', { noun: points.many })}
          </a>
        }
        title={t('friends.title')}
        lead={reward ? t('friends.lead', { points: points.text(reward) }) : t('friends.leadFree')}
      />
      <div className="stack measure">
        {link ? (
          <>
            <Field
              name="link"
              label={t('friends.link')}
              hint={t('friends.linkHint')}
              type="url"
              defaultValue={link}
              data-copy=""
              readOnly
            />
            <p>
              <a
                className="act"
                href={mailOf(
                  t('friends.mailSubject', { site: siteName }),
                  t('friends.mailBody', { link }),
                )}
              >
                <Icon name="mail" /> {t('friends.mail')}
              </a>
            </p>
          </>
        ) : (
          <form method="post" action={path}>
            <Button name="intent" value="make" icon="link">
              {t('friends.make')}
            </Button>
          </form>
        )}
        {came > 0 ? (
          <Figures
            label={t('friends.counts')}
            figures={[
              { n: came, label: t('friends.came', { count: came }) },
              { n: tookPart, label: t('friends.tookPart', { count: tookPart }) },
            ]}
          />
        ) : (
          <p className="quiet">{t('friends.none')}</p>
        )}
      </div>
    </>
  )
}

const mailOf = (subject: string, body: string) =>
  `mailto:?subject=${encodeURIComponent(subject)}&body=${encodeURIComponent(body)}`
