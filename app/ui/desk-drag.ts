import { prepare, waysFrom } from './desk-keys.ts'

const cardOf = (event: Event) => (event.target as Element).closest<HTMLElement>('.card[data-row]')
const columnOf = (event: Event) => (event.target as Element).closest<HTMLElement>('[data-column]')

let dragged: HTMLElement | undefined

/** A card that is dropped on a column is asked for there; its menu and the keys do the same. */
export function dragCards() {
  const free = () =>
    document.querySelectorAll<HTMLElement>('.card').forEach((card) => (card.draggable = true))
  free()
  document.addEventListener('desk:shown', free)
  document.addEventListener('dragstart', (event) => {
    const card = cardOf(event)
    if (!card) return
    dragged = card
    event.dataTransfer?.setData('text/plain', card.dataset.row!)
    mark(card)
  })
  document.addEventListener('dragover', (event) => {
    if (columnOf(event)?.dataset.drop === 'yes') event.preventDefault()
  })
  document.addEventListener('drop', (event) => {
    const to = columnOf(event)
    const link = dragged?.querySelector<HTMLAnchorElement>('a.open')
    if (to?.dataset.drop !== 'yes' || !link) return
    event.preventDefault()
    prepare(link, to.dataset.column!)
  })
  document.addEventListener('dragend', () => {
    dragged = undefined
    for (const column of columns()) delete column.dataset.drop
  })
}

const columns = () => document.querySelectorAll<HTMLElement>('[data-column]')

/** Which columns take this card. */
function mark({ dataset: { status = '' } }: HTMLElement) {
  const ways = waysFrom(status)
  for (const column of columns())
    column.dataset.drop = ways.includes(column.dataset.column!) ? 'yes' : 'no'
}
