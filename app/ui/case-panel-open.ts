const key = 'case-panel'

/** The panel stays as its reader left it, from one case to the next. */
export function keepPanel() {
  const panel = document.querySelector<HTMLDetailsElement>('#case-panel')
  if (!panel) return
  try {
    if (matchMedia('(min-width: 75.0625rem)').matches && localStorage.getItem(key) === 'closed')
      panel.open = false
    panel.addEventListener('toggle', () =>
      localStorage.setItem(key, panel.open ? 'open' : 'closed'),
    )
  } catch {
    // Where nothing may be stored, the panel opens with every page.
  }
}
