import { json } from '@remix-run/node'
import { renderMarkdown } from '#app/domain/ideas/markdown.rules.ts'
import { photoOf } from '#app/domain/realised/realised-page.server.ts'
import type { RewardValues } from '#app/domain/rewards/edit.form.ts'
import { daysToEarn } from '#app/domain/rewards/edit.rules.ts'
import type { Reward, RewardText } from '#app/domain/rewards/edit.server.ts'
import { siteSettings } from '#app/domain/site/site.server.ts'
import { fieldsOf } from '#app/web/form.server.ts'
import { db } from '#db/database.server.ts'
import { now } from '#db/time.ts'
import { rewardCard } from '../rewards/card.ts'
import { paysNow } from './editor.server.ts'

const languages = ['it', 'en'] as const
const html = (text: string) => (text ? renderMarkdown(text, { links: true }) : null)

/** The reward of a form as members would see it, in both languages; nothing is kept. */
export async function previewOf(values: RewardValues, text: RewardText, reward?: Reward) {
  const { pointLevels } = await siteSettings(db)
  const shown = await shownOf(values, text, reward)
  return {
    days: daysToEarn(text.price, await paysNow()) ?? null,
    withoutPhoto: !!values.photo,
    faces: languages.map((lang) => ({
      ...{ lang, ...wordsOf(text, lang) },
      card: rewardCard(shown, lang, pointLevels),
    })),
  }
}

const wordsOf = (text: RewardText, lang: 'it' | 'en') =>
  lang === 'it'
    ? { html: html(text.textIt) ?? '', termsHtml: html(text.termsIt) }
    : { html: html(text.textEn) ?? '', termsHtml: html(text.termsEn) }

async function shownOf(values: RewardValues, text: RewardText, reward?: Reward) {
  const { imageId, stock: pool, slug } = reward ?? { imageId: null, stock: 0, slug: '' }
  const photo = values.removePhoto ? null : await photoOf(db, imageId)
  const stock = text.kind === 'coupon' ? pool : (values.stock ?? null)
  const unknown = { takenCount: 0, version: 0, createdAt: now(), id: 'preview' }
  return { ...text, ...unknown, stock, photo, slug }
}
export type Preview = Awaited<ReturnType<typeof previewOf>>

type Said = { request: Request; values: RewardValues; text: RewardText; reward?: Reward }

/** The same page with what was typed, and the preview of it. */
export async function previewed({ request, values, text, reward }: Said) {
  const initialValue = Object.fromEntries(await fieldsOf(request))
  return json({ initialValue, error: null, preview: await previewOf(values, text, reward) })
}
