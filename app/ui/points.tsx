import { useRouteLoaderData } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import {
  capital,
  countOf,
  type NounIn,
  numberText,
  pointIconOf,
  signedText,
} from '#app/domain/points/noun.rules.ts'
import { pointDefaults } from '#app/domain/site/point-settings.rules.ts'
import { Icon } from './icon.tsx'

/**
 * How the house's points read in the page's language: `text(5)` “5 chicchi di grano”, `signed(5)` “+5”,
 * `number(5)` “5”, `title` the noun where a title begins with it. A settings' noun may have any gender:
 * sentences around it need no article.
 */
export function usePoints() {
  const { i18n } = useTranslation()
  const locale = i18n.language
  const root = useRouteLoaderData('root') as { site?: { points?: NounIn } } | undefined
  const noun = root?.site?.points ?? usual(locale)
  return {
    one: noun.one,
    many: noun.many,
    title: capital(noun.many),
    icon: pointIconOf(noun.icon),
    text: (n: number) => countOf(n, noun, locale),
    signedText: (n: number) =>
      `${signedText(n, locale)}\u00a0${n * n === 1 ? noun.one : noun.many}`,
    signed: (n: number) => signedText(n, locale),
    number: (n: number) => numberText(n, locale),
  }
}

/** A number of points: the icon, the number and, unless `bare`, the noun. `signed` shows a + too. */
export function Points({ n, signed, bare }: { n: number; signed?: boolean; bare?: boolean }) {
  const points = usePoints()
  const long = signed ? points.signedText(n) : points.text(n)
  const short = signed ? points.signed(n) : points.number(n)
  return (
    <span className="points">
      <Icon name={points.icon} /> {bare ? <BareNumber short={short} long={long} /> : long}
    </span>
  )
}

/** What is read aloud has the noun, where the eye has the icon. */
function BareNumber({ short, long }: { short: string; long: string }) {
  return (
    <>
      <span aria-hidden="true">{short}</span>
      <span className="vh">{long}</span>
    </>
  )
}

const usual = (locale: string): NounIn => {
  const { one, many, icon } = pointDefaults.pointNoun
  const spoken = locale === 'en' ? 'en' : 'it'
  return { one: one[spoken], many: many[spoken], icon }
}
