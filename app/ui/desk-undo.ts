let clock: ReturnType<typeof setInterval> | undefined

/** Shows how long a move may still be taken back, and puts the offer away when it no longer holds. */
export function countDown() {
  start()
  document.addEventListener('desk:shown', start)
}

function start() {
  clearInterval(clock)
  const fresh = document.getElementById('fresh')
  const leftMs = Number(fresh?.dataset.left ?? 0)
  if (!fresh || !leftMs) return
  const until = performance.now() + leftMs
  const said = fresh.querySelector<HTMLElement>('.left')
  fresh.style.setProperty('--left', `${leftMs}ms`)
  const tell = () => {
    const left = Math.ceil((until - performance.now()) / 1000)
    if (said) said.textContent = `${left} s`
    if (left > 0) return
    clearInterval(clock)
    fresh.replaceChildren()
  }
  tell()
  clock = setInterval(tell, 250)
}
