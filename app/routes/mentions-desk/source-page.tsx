import { useActionData, useLoaderData } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { mentionLimits, sourceKinds } from '#app/domain/mentions/mention.rules.ts'
import { Button } from '#app/ui/button.tsx'
import { Choices } from '#app/ui/choices.tsx'
import { ErrorSummary } from '#app/ui/error-summary.tsx'
import { Field } from '#app/ui/field.tsx'
import { Pagehead } from '#app/ui/pagehead.tsx'
import { useTyped } from '#app/ui/use-typed.ts'
import type { SourceData } from '../staff/mentions-source.tsx'
import { Way } from './rooms.tsx'
import { Hook, SecretOnce } from './source-hook.tsx'
import { Standing } from './sources-page.tsx'

type Given = { secret?: string; address?: string }

/** A new source: what kind it is, what it is called, where it stands. */
export function NewSourcePage() {
  const { t } = useTranslation('mentions')
  const { errors, field, text } = useTyped()
  const { secret, address } = (useActionData() ?? {}) as Given
  return (
    <>
      <Head name={t('sources.add')} />
      <div className="stack mentions">
        <ErrorSummary errors={errors} />
        {secret && address ? (
          <>
            <SecretOnce secret={secret} />
            <Hook address={address} />
          </>
        ) : (
          <form method="post" className="form" noValidate>
            <input type="hidden" name="intent" value="add" />
            <Choices
              legend={t('source.kind')}
              name="kind"
              chosen={[text('kind') ?? '']}
              error={field('kind').error}
              choices={sourceKinds.map((value) => ({
                value,
                label: t(`kind.${value}`),
                hint: t(`kindHint.${value}`),
              }))}
              required
            />
            <NameAndAddress withAddress />
            <div className="row acts">
              <Button>{t('sources.addDo')}</Button>
              <a href="/staff/mentions/sources">{t('source.cancel')}</a>
            </div>
          </form>
        )}
      </div>
    </>
  )
}

/** One source: its words, how it stands, and for a webhook how to sign. */
export function SourcePage() {
  const { t } = useTranslation('mentions')
  const { source, seen, hookAddress } = useLoaderData<SourceData>()
  const { errors, text } = useTyped()
  const { secret } = (useActionData() ?? {}) as Given
  const isStale = errors.some(({ name }) => name === 'seen')
  return (
    <>
      <Head name={source.name} />
      <div className="stack mentions">
        <ErrorSummary errors={errors} />
        {secret && <SecretOnce secret={secret} />}
        <Standing source={source} />
        <form method="post" className="form" id="seen" noValidate>
          <input type="hidden" name="seen" value={isStale ? seen : (text('seen') ?? seen)} />
          <NameAndAddress
            stored={{ name: source.name, url: source.url ?? '' }}
            withAddress={source.kind === 'feed'}
          />
          <div className="row acts">
            <Button name="intent" value="change">
              {t('source.save')}
            </Button>
            <a href="/staff/mentions/sources">{t('source.cancel')}</a>
          </div>
        </form>
        {hookAddress && <Hook address={hookAddress} />}
        <OtherActs />
      </div>
    </>
  )
}

function Head({ name }: { name: string }) {
  const { t } = useTranslation('mentions')
  return (
    <>
      <Way
        steps={[{ label: t('sources.title'), href: '/staff/mentions/sources' }, { label: name }]}
      />
      <Pagehead title={name} />
    </>
  )
}

type Stored = { name: string; url: string }

function NameAndAddress({ stored, withAddress }: { stored?: Stored; withAddress: boolean }) {
  const { t } = useTranslation('mentions')
  const { field } = useTyped(stored)
  return (
    <>
      <Field
        {...field('name')}
        label={t('source.name')}
        hint={t('source.nameHint')}
        maxLength={mentionLimits.name}
        autoComplete="off"
        required
      />
      {withAddress && (
        <Field
          {...field('url')}
          type="url"
          inputMode="url"
          label={t('source.url')}
          hint={t(stored ? 'source.urlHint' : 'source.urlHintNew')}
          maxLength={mentionLimits.url}
          autoComplete="off"
          optional={!stored}
        />
      )}
    </>
  )
}

/** Off or on, a feed read now, another secret. */
function OtherActs() {
  const { t } = useTranslation('mentions')
  const { source } = useLoaderData<SourceData>()
  const { kind, isOn } = source
  return (
    <section className="stack apart" aria-labelledby="other-acts">
      <h2 id="other-acts">{t('source.other')}</h2>
      <div className="row">
        {kind === 'feed' && isOn && (
          <form method="post">
            <Button kind="plain" icon="download" name="intent" value="poll">
              {t('sources.poll')}
            </Button>
          </form>
        )}
        {kind === 'webhook' && (
          <form method="post">
            <Button kind="plain" icon="lock" name="intent" value="renew">
              {t('source.renew')}
            </Button>
          </form>
        )}
        <form method="post">
          <input type="hidden" name="isOn" value={isOn ? 'off' : 'on'} />
          <Button kind="plain" name="intent" value="switch">
            {t(isOn ? 'sources.switchOff' : 'sources.switchOn')}
          </Button>
        </form>
      </div>
      <p className="quiet">{t(kind === 'webhook' ? 'source.renewHint' : 'source.offHint')}</p>
    </section>
  )
}
