import { createElement, type ReactNode } from 'react'
/** A personal part of a cached page: all its cases are rendered, and the server keeps the viewer's one. */
export function Hole({ of, cases }: { of: string; cases: Record<string, ReactNode> }) {
  return createElement(
    'g-hole',
    { 'data-of': of },
    Object.entries(cases).map(([is, node]) =>
      createElement('g-case', { key: is, 'data-is': is }, node),
    ),
  )
}
