import spriteUrl from './icons.svg?no-inline'
import type { IconName } from './icons.ts'

export type { IconName }

/** One picture of the sprite; hidden from screen readers unless it is given a label. */
export function Icon({ name, size, label }: { name: IconName; size?: number; label?: string }) {
  const box = size ? { width: size, height: size } : undefined
  const says = label ? { role: 'img', 'aria-label': label } : { 'aria-hidden': true }
  return (
    <svg className={size ? 'i sized' : 'i'} {...box} {...says}>
      <use href={`${spriteUrl}#${name}`} />
    </svg>
  )
}
