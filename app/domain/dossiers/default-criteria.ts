import type { criteria } from '#db/schema/dossiers.ts'

/** What a new house weighs ideas by. They are data: a brand changes them. A score of 5 is the best for the idea. */
export const defaultCriteria: (typeof criteria.$inferInsert)[] = [
  {
    id: 'technical',
    labelIt: 'Fattibilità tecnica',
    labelEn: 'Technical feasibility',
    helpIt:
      '5: lo sappiamo già fare, con le persone e le macchine di oggi. 1: ci manca quasi tutto.',
    helpEn:
      '5: we can already do it, with today’s people and machines. 1: we lack nearly everything.',
    weight: 3,
    axis: 'effort' as const,
  },
  {
    id: 'cost',
    labelIt: 'Costi',
    labelEn: 'Costs',
    helpIt: '5: costa poco o si ripaga in fretta. 1: costa molto e non torna indietro.',
    helpEn: '5: it costs little or soon pays for itself. 1: it costs a lot and never comes back.',
    weight: 3,
    axis: 'effort' as const,
  },
  {
    id: 'time',
    labelIt: 'Tempi',
    labelEn: 'Time',
    helpIt: '5: bastano poche settimane. 1: serve più di un anno.',
    helpEn: '5: a few weeks are enough. 1: it takes more than a year.',
    weight: 2,
    axis: 'effort' as const,
  },
  {
    id: 'brand',
    labelIt: 'Vicinanza alla marca',
    labelEn: 'Brand fit',
    helpIt: '5: è proprio da noi. 1: nessuno capirebbe perché la facciamo.',
    helpEn: '5: it could only be ours. 1: nobody would understand why we do it.',
    weight: 3,
    axis: 'impact' as const,
  },
  {
    id: 'sustainability',
    labelIt: 'Sostenibilità',
    labelEn: 'Sustainability',
    helpIt: '5: fa bene all’ambiente o alle persone. 1: fa danni, o spreca.',
    helpEn: '5: it does good to the environment or to people. 1: it does harm, or wastes.',
    weight: 2,
    axis: 'impact' as const,
  },
  {
    id: 'legal',
    labelIt: 'Norme e sicurezza',
    labelEn: 'Law and safety',
    helpIt: '5: nessun ostacolo. 1: una norma lo vieta, o il rischio è troppo alto.',
    helpEn: '5: nothing stands in the way. 1: a law forbids it, or the risk is too high.',
    weight: 2,
    axis: 'effort' as const,
  },
].map((row, position) => ({ ...row, position }))
