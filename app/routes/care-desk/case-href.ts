type More = { view?: string; tab?: 'note'; macro?: string; then?: string; hash?: string }

/** The address of a case, with where the agent came from and what is open in it. */
export function caseHref(id: string, { view, hash, ...more }: More = {}) {
  const query = new URLSearchParams()
  if (view) query.set('from', view)
  for (const [name, value] of Object.entries(more)) if (value) query.set(name, value)
  const asked = query.size ? `?${query}` : ''
  return `/staff/care/${id}${asked}${hash ? `#${hash}` : ''}`
}
