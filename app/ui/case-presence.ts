const every = 20_000

type News = { words: string; newer: string }

/** Asks now and then who else is at the case, while the page is in sight; says so only when it changes. */
export function askWhoIsHere() {
  const place = document.getElementById('presence')
  if (!place?.dataset.ask) return
  setInterval(() => {
    if (document.visibilityState === 'visible') void ask(place)
  }, every)
}

async function ask(place: HTMLElement) {
  const seen = document.querySelector<HTMLInputElement>('.talk-composer [name=seen]')?.value
  const address = `${place.dataset.ask}?seen=${seen ?? ''}`
  const news = await fetch(address, { headers: { Accept: 'application/json' } })
    .then((answer) => (answer.ok ? (answer.json() as Promise<News>) : undefined))
    .catch(() => undefined)
  if (!news) return
  const words = [news.words, seen === undefined ? '' : news.newer].filter(Boolean).join(' ')
  if (place.textContent?.trim() !== words) place.textContent = words
}
