import { Icon, type IconName } from './icon.tsx'

/** How many points somebody has, and the way to them: the number for the eye, the noun for the ear. */
export function Purse({ icon, short, long }: { icon: IconName; short: string; long: string }) {
  return (
    <a className="purse" href="/me/points" title={long}>
      <Icon name={icon} />
      <span aria-hidden="true">{short}</span>
      <span className="vh">{long}</span>
    </a>
  )
}
