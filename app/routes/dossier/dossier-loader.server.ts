import type { LoaderFunctionArgs } from '@remix-run/node'
import { weightedScore, bandOf } from '#app/domain/dossiers/band.rules.ts'
import type { Criterion } from '#app/domain/dossiers/criteria.server.ts'
import { dossierPage } from '#app/domain/dossiers/dossier-page.server.ts'
import { staffWho } from '#app/domain/dossiers/evaluator.server.ts'
import { isComplete } from '#app/domain/dossiers/publish.server.ts'
import { isScoringOver } from '#app/domain/dossiers/sight.rules.ts'
import { isDisputed, tallyOf } from '#app/domain/dossiers/spread.rules.ts'
import { langOf } from '#app/domain/ideas/idea-feed.rules.ts'
import { renderMarkdown } from '#app/domain/ideas/markdown.rules.ts'
import { may, type Person } from '#app/domain/identity/viewer.rules.ts'
import { found, numberIn } from '#app/web/answer.server.ts'
import type { Locale } from '#app/web/visit.server.ts'
import { db } from '#db/database.server.ts'

type Found = NonNullable<Awaited<ReturnType<typeof dossierPage>>>
type Current = NonNullable<Found['current']>

const named = (words: { labelIt: string; labelEn: string }, locale: Locale) =>
  locale === 'it' ? words.labelIt : words.labelEn

/** Everything on the page of an idea's dossier, as far as `viewer` may see it. */
export async function dossierDesk(knock: LoaderFunctionArgs, viewer: Person) {
  const { locale } = knock.context.visit
  const wanted = new URL(knock.request.url).searchParams.get('dossier') ?? undefined
  const { idea, all, current } = found(
    await dossierPage(db, numberIn(knock.params), viewer, wanted),
  )
  const leads = may(viewer, 'dossiers.lead')
  const [scorers, leaders] = leads
    ? await Promise.all([staffWho(db, 'dossiers.score'), staffWho(db, 'dossiers.lead')])
    : [[], []]
  const asked = new Set(current?.evaluations.map(({ evaluatorId }) => evaluatorId))
  const option = ({ id, displayName, team }: (typeof scorers)[number]) => ({
    value: id,
    label: team ? `${displayName} · ${team}` : displayName,
  })
  const { number, slug, title, stage } = idea
  return {
    idea: {
      ...{ number, title, lang: langOf(idea, locale), path: `/ideas/${number}/${slug}` },
      status: { key: stage.id, label: named(stage, locale), tone: stage.tone, icon: stage.icon },
    },
    past: all.map(({ id, state, openedAt }) => ({ id, state, openedAt })),
    hasOpen: all.some(({ state }) => state === 'open'),
    isMerged: !!idea.mergedIntoId,
    leads,
    scorers: scorers.filter(({ id }) => !asked.has(id)).map(option),
    leaders: leaders.map(option),
    dossier: current ? told(current, viewer, locale) : null,
  }
}
export type DossierDesk = typeof dossierDesk

function told(current: Current, viewer: Person, locale: Locale) {
  const { dossier, evaluations, lead, sees, own } = current
  const mine = evaluations.find(({ evaluatorId }) => evaluatorId === viewer.id)
  const stage = stageOf(current)
  const { id, version, state, openedAt, dueAt, publishedAt } = dossier
  return {
    ...{ id, version, state, openedAt, publishedAt, stage, sees },
    dueAt: dueAt?.toISOString().slice(0, 10) ?? '',
    lead: lead ? { id: lead.id, name: lead.displayName } : null,
    isLead: dossier.leadId === viewer.id,
    isReconciled: !!dossier.reconciledAt,
    isScoringClosed: !!dossier.scoringClosedAt,
    progress: { asked: evaluations.length, done: evaluations.filter((e) => e.scoredAt).length },
    team: evaluations.map(({ evaluatorId, duty, scoredAt, person }) => ({
      ...{ id: evaluatorId, duty, person: person ?? null, isMe: evaluatorId === viewer.id },
      hasScored: !!scoredAt,
    })),
    mine: mine && {
      isDone: !!mine.scoredAt,
      isOpen: state === 'open' && !dossier.scoringClosedAt && !dossier.reconciledAt,
      scores: own.map(({ criterionId, score, note }) => ({ criterionId, score, note })),
    },
    criteria: current.criteria.map((one) => criterionTold(one, current, locale)),
    remarks: current.remarks.map(({ body, ...remark }) => ({
      ...remark,
      html: renderMarkdown(body),
    })),
    ...(sees ? resultTold(current, locale) : { result: null, preview: null, score: null }),
  }
}

type Stage = 'asking' | 'scoring' | 'settling' | 'writing' | 'publishing' | 'published' | 'closed'

/** What is to be done next with a dossier. */
function stageOf({ dossier, evaluations }: Current): Stage {
  if (dossier.state !== 'open') return dossier.state
  if (!evaluations.length) return 'asking'
  if (!isScoringOver(dossier, evaluations)) return 'scoring'
  if (!dossier.reconciledAt) return 'settling'
  return isComplete(dossier) ? 'publishing' : 'writing'
}

function criterionTold(criterion: Criterion, current: Current, locale: Locale) {
  const { id, weight, axis, helpIt, helpEn } = criterion
  const scores = current.scores.filter(({ criterionId }) => criterionId === id)
  const verdict = current.verdicts.find(({ criterionId }) => criterionId === id)
  const tally = tallyOf(scores.map(({ score }) => score)) ?? null
  return {
    ...{ id, axis, weight: verdict?.weight ?? weight, tally },
    label: named(criterion, locale),
    help: locale === 'it' ? helpIt : helpEn,
    isDisputed: isDisputed(tally ?? undefined),
    scores: scores.map(({ evaluatorId, score, note }) => ({
      ...{ evaluatorId, score, note },
      name: nameOf(current, evaluatorId),
    })),
    verdict: verdict ? { score: verdict.score, remark: verdict.remark } : null,
  }
}

const nameOf = ({ evaluations }: Current, evaluatorId: string) =>
  evaluations.find((one) => one.evaluatorId === evaluatorId)?.person?.displayName ?? '–'

function resultTold(current: Current, locale: Locale) {
  const { dossier, criteria, verdicts } = current
  const { costFrom, costTo, weeksFrom, weeksTo, explanation, team, publishedAt } = dossier
  const ranges = { costFrom, costTo, weeksFrom, weeksTo }
  const reached = dossier.reconciledAt ? verdicts : []
  const bands = criteria.flatMap((one) => {
    const verdict = reached.find(({ criterionId }) => criterionId === one.id)
    const { id, axis } = one
    return verdict ? [{ id, axis, label: named(one, locale), band: bandOf(verdict.score) }] : []
  })
  const html = renderMarkdown(explanation)
  return {
    result: { ...ranges, explanation },
    preview: bands.length ? { ...ranges, html, team, publishedAt, criteria: bands } : null,
    score: weightedScore(reached) ?? null,
  }
}
