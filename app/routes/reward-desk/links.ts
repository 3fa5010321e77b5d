import rewardStyles from '#app/ui/reward.css?url'
import deskStyles from '#app/ui/rewards-desk.css?url'
import staffStyles from '#app/ui/staff.css?url'

/** What every staff page of rewards looks like; a preview looks as members see it. */
export const deskLinks = () => [
  { rel: 'stylesheet', href: staffStyles },
  { rel: 'stylesheet', href: rewardStyles },
  { rel: 'stylesheet', href: deskStyles },
]
