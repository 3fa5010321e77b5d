import { useTranslation } from 'react-i18next'
import { Icon } from '#app/ui/icon.tsx'
import { useCasePage } from './case-types.ts'

/** Takes one's own words out, as long as the house allows it; that they were there stays to be seen. */
export function DeleteOwn({ intent, id }: { intent: 'delete' | 'delete-note'; id: string }) {
  const { t } = useTranslation('care')
  const { path, view } = useCasePage()
  return (
    <form method="post" action={path} className="own" data-enhance="">
      <input type="hidden" name={intent === 'delete' ? 'message' : 'note'} value={id} />
      <input type="hidden" name="view" value={view} />
      <button className="act" name="intent" value={intent}>
        <Icon name="trash-2" /> {t('talk.delete')}
      </button>
    </form>
  )
}
