import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { record } from '#app/domain/activity/record.server.ts'
import { storeImage } from '#app/domain/ideas/image-file.server.ts'
import { keepImage } from '#app/domain/ideas/image.server.ts'
import { ProfileForm } from '#app/domain/identity/profile.form.ts'
import {
  accountOf,
  editProfile,
  isComplete,
  wearAvatar,
} from '#app/domain/identity/profile.server.ts'
import { Avatar } from '#app/ui/avatar.tsx'
import { Button } from '#app/ui/button.tsx'
import { ErrorSummary } from '#app/ui/error-summary.tsx'
import { Field } from '#app/ui/field.tsx'
import { Pagehead } from '#app/ui/pagehead.tsx'
import { pageTitle } from '#app/ui/page-title.ts'
import { useTyped } from '#app/ui/use-typed.ts'
import { back } from '#app/web/answer.server.ts'
import { invalid, read } from '#app/web/form.server.ts'
import { requireMember, requireVoice } from '#app/web/guard.server.ts'
import { db, transaction } from '#db/database.server.ts'

export const meta: MetaFunction = ({ matches }) =>
  pageTitle(matches, { key: 'identity:profile.title' })

export async function loader(knock: LoaderFunctionArgs) {
  const { id, handle, displayName, avatarId } = await requireMember(knock)
  const { bio } = await accountOf(db, id)
  return { handle, displayName, avatarId, bio }
}

export async function action(knock: ActionFunctionArgs) {
  const member = await requireVoice(knock)
  const form = await read(knock.request, ProfileForm)
  if (form.reply) return invalid(form.reply)
  const { avatar, removeAvatar, ...said } = form.values
  const picture = avatar && (await storeImage(Buffer.from(await avatar.arrayBuffer()), 'avatar'))
  if (typeof picture === 'string') return form.refuse({ avatar: `identity:avatar.${picture}` })

  const outcome = await transaction(async (tx) => {
    const kept = picture && (await keepImage(tx, member.id, picture, { purpose: 'avatar' }))
    if (kept === 'quota') return kept
    await editProfile(tx, member.id, said)
    if (kept || removeAvatar) await wearAvatar(tx, member.id, kept?.id ?? null)
    // Identity may not tell of what happens in it.
    if (await isComplete(tx, member.id))
      await record(tx, { verb: 'profile.completed', actorId: member.id, subjectId: member.id })
    return 'saved'
  })
  if (outcome === 'quota') return form.refuse({ avatar: 'identity:avatar.quota' })
  return back('/me/profile', 'profile-saved')
}

export default function MyProfile() {
  const { t } = useTranslation('identity')
  const me = useLoaderData<typeof loader>()
  const typed = useTyped({ displayName: me.displayName, bio: me.bio })
  return (
    <>
      <Pagehead title={t('profile.title')} lead={t('profile.lead')} />
      <div className="stack">
        <ErrorSummary errors={typed.errors} />
        <form method="post" encType="multipart/form-data" className="form" noValidate>
          <Field
            {...typed.field('displayName')}
            label={t('name.label')}
            hint={t('name.hint')}
            autoComplete="nickname"
            maxLength={40}
            required
          />
          <Field
            {...(typed.field('bio') as object)}
            name="bio"
            label={t('bio.label')}
            hint={t('bio.hint')}
            kind="textarea"
            rows={4}
            maxLength={300}
            optional
          />
          <div className="row">
            <Avatar person={me} size={72} />
            <p className="quiet">{t('avatar.now')}</p>
          </div>
          <Field
            {...typed.field('avatar')}
            defaultValue={undefined}
            label={t('avatar.label')}
            hint={t('avatar.hint')}
            type="file"
            accept="image/png,image/jpeg,image/webp,image/gif,image/avif"
            optional
          />
          {me.avatarId && <Field {...typed.tick('removeAvatar')} label={t('avatar.remove')} />}
          <div className="row acts">
            <Button>{t('profile.save')}</Button>
            <a href={`/members/${me.handle}`}>{t('me.public')}</a>
          </div>
        </form>
      </div>
    </>
  )
}
