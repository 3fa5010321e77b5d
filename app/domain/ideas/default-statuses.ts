import type { statuses } from '#db/schema/ideas.ts'

type Status = typeof statuses.$inferInsert

/** Working days within which the brand answers. */
const promises: Record<string, number> = { pending_review: 2, shortlisted: 15, evaluating: 30 }

const status = (
  id: string,
  [labelIt, labelEn]: [string, string],
  look: Pick<Status, 'tone' | 'icon' | 'place'>,
  open: string = '',
): Omit<Status, 'position'> => ({
  id,
  labelIt,
  labelEn,
  ...look,
  votesOpen: open.includes('votes'),
  commentsOpen: open.includes('comments'),
  editsOpen: open.includes('edits'),
  onRoadmap: open.includes('roadmap'),
  isStep: open.includes('step'),
  promiseDays: promises[id] ?? null,
})

/** The statuses a new house starts with, in the order of the path. They are data: a brand changes them. */
export const defaultStatuses: Status[] = [
  status(
    'draft',
    ['Bozza', 'Draft'],
    { tone: 'neutral', icon: 'pencil', place: 'private' },
    'edits',
  ),
  status(
    'pending_review',
    ['In attesa di lettura', 'Awaiting review'],
    { tone: 'neutral', icon: 'eye', place: 'private' },
    'edits',
  ),
  status(
    'voting',
    ['Si vota', 'Open for votes'],
    { tone: 'open', icon: 'wheat', place: 'board' },
    'votes comments edits step',
  ),
  status(
    'shortlisted',
    ['Finalista', 'Shortlisted'],
    { tone: 'open', icon: 'sparkles', place: 'board' },
    'votes comments roadmap step',
  ),
  status(
    'evaluating',
    ['In valutazione', 'Under review'],
    { tone: 'progress', icon: 'search', place: 'board' },
    'votes comments roadmap step',
  ),
  status(
    'planned',
    ['Pianificata', 'Planned'],
    { tone: 'progress', icon: 'calendar', place: 'board' },
    'comments roadmap step',
  ),
  status(
    'in_progress',
    ['In sviluppo', 'In progress'],
    { tone: 'progress', icon: 'hammer', place: 'board' },
    'comments roadmap step',
  ),
  status(
    'realised',
    ['Realizzata', 'Realised'],
    { tone: 'done', icon: 'circle-check', place: 'board' },
    'comments roadmap step',
  ),
  status(
    'declined',
    ['Non ora', 'Not now'],
    { tone: 'refused', icon: 'circle-x', place: 'board' },
    'comments',
  ),
  status('merged', ['Unita', 'Merged'], { tone: 'neutral', icon: 'git-merge', place: 'aside' }),
  status('archived', ['Archiviata', 'Archived'], {
    tone: 'neutral',
    icon: 'archive',
    place: 'aside',
  }),
  status('hidden', ['Nascosta', 'Hidden'], { tone: 'refused', icon: 'eye-off', place: 'private' }),
].map((row, position) => ({ ...row, position }))

export const defaultCategories = [
  { id: 'products', labelIt: 'Prodotti e ingredienti', labelEn: 'Products and ingredients' },
  { id: 'packaging', labelIt: 'Confezioni', labelEn: 'Packaging' },
  { id: 'promotions', labelIt: 'Promozioni e gadget', labelEn: 'Promotions and gadgets' },
  {
    id: 'commitment',
    labelIt: 'Impegno sociale e ambiente',
    labelEn: 'Social and environmental commitment',
  },
  { id: 'communication', labelIt: 'Comunicazione', labelEn: 'Communication' },
].map((row, position) => ({ ...row, position }))
