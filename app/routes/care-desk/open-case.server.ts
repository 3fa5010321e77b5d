import type { openCaseFrom } from '#app/domain/care/born.server.ts'
import { topicsInUse } from '#app/domain/care/topics-offered.server.ts'
import type { Locale } from '#app/web/visit.server.ts'
import { db } from '#db/database.server.ts'

/** The topics of a new case, as the options of its form. */
export async function topicOptions(locale: Locale) {
  const topics = await topicsInUse(db)
  return topics.map(({ id, labelIt, labelEn }) => ({
    value: id,
    label: locale === 'it' ? labelIt : labelEn,
  }))
}

/** Why no case was opened, beside the field that it is about. */
export const openRefusals: Record<
  Extract<Awaited<ReturnType<typeof openCaseFrom>>, string>,
  Record<string, string>
> = {
  'no-author': { body: 'care:links.cannot.noAuthor' },
  own: { body: 'care:links.cannot.ownWords' },
  'no-such-topic': { topic: 'care:talk.error.topic' },
}
