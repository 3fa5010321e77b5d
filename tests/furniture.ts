import { eq } from 'drizzle-orm'
import { storeCaseFile } from '#app/domain/care/file-store.server.ts'
import { keepCaseFiles } from '#app/domain/care/file.server.ts'
import { addMacro } from '#app/domain/care/macro.server.ts'
import { addMessage } from '#app/domain/care/message.server.ts'
import { addNote } from '#app/domain/care/note.server.ts'
import { openCase } from '#app/domain/care/open.server.ts'
import { allPolicies } from '#app/domain/care/policy.server.ts'
import { giveRemedy } from '#app/domain/care/remedy.server.ts'
import { postComment } from '#app/domain/comments/comment.server.ts'
import { writeArticle } from '#app/domain/faq/edit.server.ts'
import { faqCategoryList } from '#app/domain/faq/faq.server.ts'
import { decideDirectly } from '#app/domain/moderation/decide.server.ts'
import { flagComment } from '#app/domain/moderation/flag.server.ts'
import { objectTo } from '#app/domain/moderation/objection.server.ts'
import { openImport } from '#app/domain/mentions/import.server.ts'
import { addSource } from '#app/domain/mentions/source.server.ts'
import { rowOf, takeMentions } from '#app/domain/mentions/take.server.ts'
import { toldMention } from '#app/domain/mentions/told.rules.ts'
import { newId } from '#db/columns.ts'
import { transaction, type Tx } from '#db/database.server.ts'
import { mentions } from '#db/schema/mentions.ts'
import { decisions, objections, reviewItems } from '#db/schema/moderation.ts'
import { voteBursts } from '#db/schema/moderation-watch.ts'
import { now } from '#db/time.ts'
import { deskFurniture } from './furniture-desks.ts'
import { linkFurniture } from './furniture-links.ts'
import { addressOf as bareAddressOf, type Door, standing } from './house.ts'
import { there } from './there.ts'
import { person } from './world.ts'

type Stand = Awaited<ReturnType<typeof standing>>

/** Something is there behind every desk: what concerns a member concerns Ann. */
export async function furnished() {
  const stand = await standing()
  const words = Buffer.from('Lotto illeggibile')
  const file = there(await storeCaseFile(words, 'lotto.txt'), 'file')
  const house = await transaction(async (tx) => {
    const cara = await person(tx, 'cara', ['care'])
    return {
      ...stand,
      cara,
      ...(await careOf(tx, cara, stand, [file])),
      ...(await judged(tx, stand)),
      article: await answered(tx, cara),
      ...(await heard(tx, cara)),
      ...(await deskFurniture(tx, stand)),
    }
  })
  return { ...house, ...(await linkFurniture(house)) }
}
export type Furnished = Awaited<ReturnType<typeof furnished>>

type Files = Parameters<typeof keepCaseFiles>[2]

async function careOf(tx: Tx, cara: Stand['ada'], { ann }: Stand, files: Files) {
  const found = await openCase(tx, {
    ...{ topicId: 'product', subject: 'Fette rotte', body: 'Erano tutte rotte', locale: 'it' },
    ...{ source: 'form', isConfirmed: true, personId: ann.id, batch: 'L-77', shop: 'Via Roma' },
  })
  const said = { side: 'member' as const, authorId: ann.id, body: 'Ecco il lotto' }
  const message = there(await addMessage(tx, found, said), 'message')
  const place = { caseId: found.id, messageId: message.id }
  const { kept } = await keepCaseFiles(tx, { id: ann.id, side: 'member' }, files, place)
  await addMessage(tx, found, { side: 'care', authorId: cara.id, body: 'Grazie' })
  await addNote(tx, cara, found, { body: 'Tra noi: parlarne in forno' })
  const wish = { key: newId(), kind: 'points' as const, amount: 9_000, rewardId: null }
  await giveRemedy(tx, cara, found, { ...wish, reason: 'Per il disturbo' })
  const macro = await addMacro(tx, cara, {
    ...{ name: 'Grazie', bodyIt: 'Grazie, {{name}}', bodyEn: '' },
    ...{ tags: [], priority: '' as const, state: '' as const },
  })
  const [policy] = await allPolicies(tx)
  return { ownCase: found, caseFile: kept[0]!, macro, policy: policy! }
}

async function answered(tx: Tx, cara: Stand['ada']) {
  const [category] = await faqCategoryList(tx)
  const written = await writeArticle(tx, cara, {
    ...{ titleIt: 'Dove si legge il lotto', titleEn: 'Where the batch is', state: 'published' },
    ...{ bodyIt: 'Sul fondo della scatola.', bodyEn: '', categoryId: category!.id, topicId: null },
    position: 1,
  })
  return there(written, 'article')
}

/** What somebody said elsewhere, where it came from, and a file that is being read. */
async function heard(tx: Tx, cara: Stand['ada']) {
  const source = there(await addSource(tx, cara, { kind: 'csv', name: 'Guida del pane' }), 'source')
  const said = { title: 'Buono', body: 'Pane buono', rating: '4' }
  const told = there(toldMention(said, now()), 'mention')
  await takeMentions(tx, [rowOf(source.id, { ...told, writtenAt: now() })])
  const file = await openImport(tx, { sourceId: source.id, fileName: 'pane.csv' })
  const [mention] = await tx.select().from(mentions)
  return { source, mention: mention!, file }
}

/** A comment that is flagged and waits, one of Ann's that was hidden, her objection, a burst of votes. */
async function judged(tx: Tx, { ann, ben, mo, refillStation: { number, id } }: Stand) {
  const say = async (author: Stand['ada'], body: string) =>
    there(await postComment(tx, author, number, { body }), 'comment').id
  await flagComment(tx, ann, await say(ben, 'Comprate da me'), { reason: 'spam', note: 'Vende' })
  const [item] = await tx.select().from(reviewItems).where(eq(reviewItems.state, 'open'))
  const thing = { subject: 'comment' as const, subjectId: await say(ann, 'Che roba da matti') }
  const wish = { act: 'hide' as const, reason: 'offensive' as const, facts: 'Offende chi legge.' }
  const decision = there(await decideDirectly(tx, mo, thing, wish), 'decision')
  const tellAt = new Date(+now() - 1_000)
  await tx.update(decisions).set({ tellAt }).where(eq(decisions.id, decision.id))
  await objectTo(tx, ann, decision.id, 'Non era detto a nessuno in particolare.')
  const [objection] = await tx.select().from(objections)
  const moment = now()
  const ages = { hour: 1, day: 0, week: 0 }
  const groups = { networks: [1], mailboxes: [], disposable: 0 }
  const facts = { signs: ['hour'], pace: [1], ages, ...groups, voterIds: [ben.id] }
  const span = { key: newId(), from: moment, to: moment, votesCount: 1 }
  const [burst] = await tx
    .insert(voteBursts)
    .values({ ideaId: id, facts, ...span })
    .returning()
  return { item: item!, decision, objection: objection!, burst: burst! }
}

/** An address that leads through a door, to something that is there. */
export function addressOf(door: Door, stand: Furnished) {
  const names: Record<string, string> = {
    'care/:id': `care/${stand.ownCase.id}`,
    'cases/:id': `cases/${stand.ownCase.id}`,
    'mentions/sources/:id': `mentions/sources/${stand.source.id}`,
    'mentions/import/:id': `mentions/import/${stand.file}`,
    'staff/mentions/:id': `staff/mentions/${stand.mention.id}`,
    ':file': stand.caseFile.id,
    'macros/:id': `macros/${stand.macro}`,
    'sla/:id': `sla/${stand.policy.id}`,
    'topics/:id': 'topics/product',
    'categories/:id': 'categories/products',
    'staff/faq/:id': `staff/faq/${stand.article.id}`,
    'faq/:slug': `faq/${stand.article.slug}`,
    'bursts/:id': `bursts/${stand.burst.id}`,
    'objections/:id': `objections/${stand.objection.id}`,
    'moderation/:id': `moderation/${stand.item.id}`,
    'decisions/:id': `decisions/${stand.decision.id}`,
    'me/rewards/:id': `me/rewards/${stand.redemption}`,
    'redemptions/:id': `redemptions/${stand.redemption}`,
    'staff/rewards/:id': `staff/rewards/${stand.coupon.id}`,
    'rewards/:slug': `rewards/${stand.prize.slug}`,
    'suspects/:id': `suspects/${stand.suspicion}`,
    'rounds/:number/edit': `rounds/${stand.round.planned}/edit`,
    'rounds/:number': `rounds/${stand.round.number}`,
    ':idea': String(stand.round.entry),
    ':number/decision': `${stand.refused.number}/decision`,
    'appeals/:id': `appeals/${stand.refused.appeal}`,
    'realised/:number/:slug?': `realised/${stand.real.number}/${stand.real.slug}`,
    'merges/:id': `merges/${stand.merge}`,
    'images/:id': `images/${stand.image}`,
    'copies/:id': `copies/${stand.copy}`,
    'flags/:token': `flags/${stand.tokens.flags}`,
    'rate/:token': `rate/${stand.tokens.rate}`,
  }
  const path = Object.entries(names).reduce((at, [name, to]) => at.replace(name, to), door.path)
  return bareAddressOf({ ...door, path }, stand)
}
