import type { Shown } from '#app/domain/rewards/catalogue.server.ts'
import { availabilityOf } from '#app/domain/rewards/reward.rules.ts'
import { levelAt } from '#app/domain/points/level.rules.ts'
import type { Level } from '#app/domain/site/point-settings.rules.ts'
import { now } from '#db/time.ts'

type Locale = 'it' | 'en'

/** What a card of the catalogue shows of a reward, in the page's language. */
export function rewardCard(reward: Shown, locale: Locale, levels: Level[]) {
  const { id, slug, kind, price, stock, opensAt, closesAt, photo, imageAlt } = reward
  return {
    ...{ id, slug, kind, price, stock, opensAt, closesAt },
    title: locale === 'it' ? reward.titleIt : reward.titleEn,
    photo: photo && { ...photo, alt: imageAlt },
    availability: availabilityOf(reward, now()),
    level: reward.level > 0 ? levelAt(levels, reward.level).name[locale] : null,
  }
}
