import { useTranslation } from 'react-i18next'
import { useFormat } from '#app/ui/format.ts'
import { StatusChip } from '#app/ui/status-chip.tsx'
import { Table } from '#app/ui/table.tsx'
import type { Desk } from './desk.server.ts'

type Row = Omit<Desk['ideas'][number], 'lang'> & { lang?: string }

/** The ideas of a round, each with its dossier and its decision. */
export function DeskTable({ number: round, ideas }: { number: number; ideas: Row[] }) {
  const { t } = useTranslation('rounds')
  const { number } = useFormat()
  return (
    <Table
      caption={t('list.title')}
      columns={[
        { key: 'idea', label: t('list.idea') },
        { key: 'votes', label: t('list.votes'), numeric: true },
        { key: 'dossier', label: t('list.dossier') },
        { key: 'decision', label: t('list.decision') },
        { key: 'by', label: t('list.by') },
      ]}
      rows={ideas.map((idea) => ({
        key: String(idea.number),
        cells: {
          idea: (
            <>
              <a href={`/staff/rounds/${round}/ideas/${idea.number}`} lang={idea.lang}>
                {idea.title}
              </a>
              {idea.way === 'pick' && <span className="quiet"> · {t('picked')}</span>}
            </>
          ),
          votes: number(idea.votes),
          dossier: <DossierState dossier={idea.dossier} />,
          decision: <Decision idea={idea} />,
          by: idea.by ?? '–',
        },
      }))}
    />
  )
}

export function DossierState({ dossier }: { dossier: Row['dossier'] }) {
  const { t } = useTranslation('rounds')
  const { number } = useFormat()
  if (!dossier || dossier.state === 'closed') return <span className="quiet">{t('list.none')}</span>
  const { state, evaluators, scored, bands } = dossier
  if (state === 'open')
    return t('list.scored', { scored: number(scored), evaluators: number(evaluators) })
  if (!bands) return t('list.published')
  const said = {
    effort: t(`list.band.${bands.effort}`),
    impact: t(`list.impactBand.${bands.impact}`),
  }
  return `${t('list.published')}: ${t('list.bands', said)}`
}

function Decision({ idea }: { idea: Row }) {
  const { t } = useTranslation('rounds')
  const say = t as (key: string) => string
  const { to, left, hasWords } = idea
  return (
    <span className="round-decision">
      {to && <StatusChip status={to} />}
      {left && <span className="quiet">{say(`left.${left}`)}</span>}
      {!to && !left && (
        <span className="quiet">{t(hasWords ? 'list.draft' : 'list.undecided')}</span>
      )}
    </span>
  )
}
