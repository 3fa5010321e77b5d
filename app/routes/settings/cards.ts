import type { Permission } from '#app/domain/identity/permission.rules.ts'
import type { IconName } from '#app/ui/icons.ts'

type Card = { href: string; icon: IconName; needs: Permission; title: string; text: string }

/** The pages of the settings; `title` and `text` are message keys. */
export const cards: Card[] = [
  {
    href: '/staff/settings/workflow',
    icon: 'route',
    needs: 'site.settings',
    title: 'workflow:title',
    text: 'workflow:card',
  },
  {
    href: '/staff/settings/workflow/thresholds',
    icon: 'wheat',
    needs: 'site.settings',
    title: 'workflow:thresholds.title',
    text: 'workflow:thresholds.card',
  },
  {
    href: '/staff/settings/criteria',
    icon: 'clipboard-check',
    needs: 'site.settings',
    title: 'dossiers:criteria.title',
    text: 'dossiers:criteria.card',
  },
  {
    href: '/staff/settings/calendar',
    icon: 'calendar',
    needs: 'site.settings',
    title: 'promises:calendar.title',
    text: 'promises:calendar.card',
  },
  {
    href: '/staff/settings/appeals',
    icon: 'scale',
    needs: 'site.settings',
    title: 'appeals:settings.title',
    text: 'appeals:settings.short',
  },
  {
    href: '/staff/settings/moderation',
    icon: 'shield',
    needs: 'moderation.rules',
    title: 'moderation:settings.title',
    text: 'moderation:settings.short',
  },
  {
    href: '/staff/settings/merges',
    icon: 'git-merge',
    needs: 'site.settings',
    title: 'merges:settings.title',
    text: 'merges:settings.short',
  },
  {
    href: '/staff/settings/points',
    icon: 'wheat',
    needs: 'site.settings',
    title: 'points:settings.title',
    text: 'points:settings.short',
  },
  {
    href: '/staff/settings/care',
    icon: 'inbox',
    needs: 'care.lead',
    title: 'care:rules.title',
    text: 'care:rules.card',
  },
  {
    href: '/staff/settings/care/macros',
    icon: 'list-checks',
    needs: 'care.lead',
    title: 'care:macros.title',
    text: 'care:macros.card',
  },
  {
    href: '/staff/settings/care-mail',
    icon: 'mail',
    needs: 'care.lead',
    title: 'care:careMail.title',
    text: 'care:careMail.card',
  },
  {
    href: '/staff/settings/privacy',
    icon: 'lock',
    needs: 'privacy.oversee',
    title: 'privacy:retention.title',
    text: 'privacy:retention.card',
  },
]
