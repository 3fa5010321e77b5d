import type {
  ActionFunctionArgs,
  LinksFunction,
  LoaderFunctionArgs,
  MetaFunction,
} from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { RatingForm } from '#app/domain/care/contact.form.ts'
import { findRating, rateCase } from '#app/domain/care/rating.server.ts'
import { Button } from '#app/ui/button.tsx'
import { ErrorSummary } from '#app/ui/error-summary.tsx'
import { Field, FieldError } from '#app/ui/field.tsx'
import caseStyles from '#app/ui/my-cases.css?url'
import { pageTitle } from '#app/ui/page-title.ts'
import { Pagehead } from '#app/ui/pagehead.tsx'
import { useTyped } from '#app/ui/use-typed.ts'
import { back, found } from '#app/web/answer.server.ts'
import { invalid, read } from '#app/web/form.server.ts'
import { db, transaction } from '#db/database.server.ts'

export const links: LinksFunction = () => [{ rel: 'stylesheet', href: caseStyles }]
export const meta: MetaFunction = ({ matches }) => pageTitle(matches, { key: 'care:rating.title' })

const scores = ['1', '2', '3', '4', '5'] as const

/** The link of a mail chooses a figure and changes nothing: mail scanners open links, too. */
export async function loader({ request, params }: LoaderFunctionArgs) {
  const { number, score, comment } = found(await findRating(db, params.token!))
  const asked = new URL(request.url).searchParams.get('score') ?? ''
  const chosen = scores.find((one) => one === asked) ?? null
  return { number, rated: score, hasWords: !!comment, chosen }
}

export async function action({ request, params }: ActionFunctionArgs) {
  const token = params.token!
  found(await findRating(db, token))
  const form = await read(request, RatingForm)
  if (form.reply) return invalid(form.reply)
  const came = found(await transaction((tx) => rateCase(tx, token, form.values)))
  return back(`/rate/${token}`, `rating-${came}`)
}

export default function Rate() {
  const { t } = useTranslation('care')
  const { number, rated, hasWords } = useLoaderData<typeof loader>()
  if (rated)
    return (
      <>
        <Pagehead
          title={t('rating.thanks')}
          lead={t('rating.thanksText', { number, score: t(`rating.scores.${rated as 1}`) })}
        />
        {!hasWords && <Form score={String(rated)} isRated />}
      </>
    )
  return (
    <>
      <Pagehead title={t('rating.title')} lead={t('rating.lead', { number })} />
      <Form />
    </>
  )
}

/** Five figures in words, and room to say why. */
function Form({ score, isRated }: { score?: string; isRated?: boolean }) {
  const { t } = useTranslation('care')
  const { chosen } = useLoaderData<typeof loader>()
  const typed = useTyped({ score: chosen })
  const problem = typed.field('score').error
  return (
    <div className="stack">
      <ErrorSummary errors={typed.errors} />
      <form method="post" className="form" noValidate>
        {isRated ? (
          <input type="hidden" name="score" value={score} />
        ) : (
          <fieldset className="field scores" id="score">
            <legend>{t('rating.ask')}</legend>
            {problem && <FieldError id="score">{problem}</FieldError>}
            {scores.map((one) => (
              <label key={one}>
                <input
                  type="radio"
                  name="score"
                  value={one}
                  defaultChecked={typed.text('score') === one}
                  required
                />
                <span>
                  <b className="tnum">{one}</b> {t(`rating.scores.${one}`)}
                </span>
              </label>
            ))}
          </fieldset>
        )}
        <Field
          {...typed.field('comment')}
          kind="textarea"
          rows={4}
          label={t('rating.words')}
          hint={t('rating.wordsHint')}
          maxLength={2000}
          optional
        />
        <div className="row acts">
          <Button>{t(isRated ? 'rating.addWords' : 'rating.do')}</Button>
        </div>
      </form>
    </div>
  )
}
