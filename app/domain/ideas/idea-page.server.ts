import { and, asc, eq, isNull } from 'drizzle-orm'
import { prepared, type Read } from '#db/database.server.ts'
import { placeholder } from '#db/expressions.ts'
import { categories, ideas, ideaTags, images } from '#db/schema/ideas.ts'
import { people } from '#db/schema/identity.ts'
import { pointAccounts } from '#db/schema/points.ts'
import { votes } from '#db/schema/votes.ts'
import { levelBeside } from '../points/level.rules.ts'
import { siteSettings } from '../site/site.server.ts'
import { statusList } from './categories.server.ts'
import type { Idea } from './idea.server.ts'

const { handle, displayName, avatarId, team } = people
const voterFaces = 3

const surroundings = (db: Read) => () =>
  db
    .select({
      category: categories,
      author: { handle, displayName, avatarId, team },
      earned: pointAccounts.earned,
    })
    .from(ideas)
    .innerJoin(categories, eq(categories.id, ideas.categoryId))
    .leftJoin(people, eq(people.id, ideas.authorId))
    .leftJoin(pointAccounts, eq(pointAccounts.personId, ideas.authorId))
    .where(eq(ideas.id, placeholder('ideaId')))
    .prepare('idea_surroundings')

const tagsOf = (db: Read) => () =>
  db
    .select({ tag: ideaTags.tag })
    .from(ideaTags)
    .where(eq(ideaTags.ideaId, placeholder('ideaId')))
    .orderBy(asc(ideaTags.tag))
    .prepare('idea_page_tags')

const imagesOf = (db: Read) => () =>
  db
    .select({ id: images.id, alt: images.alt, width: images.width, height: images.height })
    .from(images)
    .where(
      and(
        eq(images.ideaId, placeholder('ideaId')),
        eq(images.purpose, 'idea'),
        isNull(images.hiddenAt),
      ),
    )
    .orderBy(asc(images.position))
    .prepare('idea_page_images')

const someVoters = (db: Read) => () =>
  db
    .select({ handle, displayName, avatarId })
    .from(votes)
    .innerJoin(people, eq(people.id, votes.voterId))
    .where(and(eq(votes.ideaId, placeholder('ideaId')), isNull(votes.burstId)))
    .orderBy(asc(votes.voterId))
    .limit(voterFaces)
    .prepare('idea_page_voters')

/**
 * What stands around an idea on its page: author (`null` once they left) with their level, category, tags, images,
 * up to three of its voters, and every status by id for naming its road. Five questions.
 */
export async function aroundIdea(db: Read, { id: ideaId }: Pick<Idea, 'id'>) {
  const [[around], tags, pictures, voters, stages, { pointLevels }] = await Promise.all([
    prepared(db, 'idea_surroundings', surroundings(db)).execute({ ideaId }),
    prepared(db, 'idea_page_tags', tagsOf(db)).execute({ ideaId }),
    prepared(db, 'idea_page_images', imagesOf(db)).execute({ ideaId }),
    prepared(db, 'idea_page_voters', someVoters(db)).execute({ ideaId }),
    statusList(db),
    siteSettings(db),
  ])
  const { author, earned, category } = around!
  return {
    author: author && told(author, levelBeside({ ...author, earned }, pointLevels)),
    category,
    tags: tags.map(({ tag }) => tag),
    images: pictures,
    voters,
    stages: new Map(stages.map((stage) => [stage.id, stage])),
  }
}

type Author = { handle: string; displayName: string; avatarId: string | null }
const told = <L>({ handle, displayName, avatarId }: Author, level: L) => ({
  ...{ handle, displayName, avatarId },
  level,
})
