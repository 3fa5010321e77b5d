import { Icon } from './icon.tsx'
import { iconNames, type IconName } from './icons.ts'

export type Tone = 'neutral' | 'open' | 'progress' | 'done' | 'refused' | 'plum' | 'teal'
export type Status = { key: string; label: string; tone: Tone; icon: string }

export function StatusChip({ status }: { status: Status }) {
  return (
    <span className="status" data-tone={status.tone}>
      <Icon name={drawn(status.icon)} />
      {status.label}
    </span>
  )
}

/** Statuses are the brand's data: a picture that we do not have becomes a dot. */
export function drawn(icon: string): IconName {
  return iconNames.find((name) => name === icon) ?? 'circle-dot'
}
