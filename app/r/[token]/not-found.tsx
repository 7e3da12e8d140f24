// What stands under a link that leads nowhere; it does not tell whether one like it does.
import { getTranslations } from 'next-intl/server'
import { EmptyState } from '#ui/page/empty-state'

export default async function NoSuchLink() {
  const t = await getTranslations('transcript.link.nowhere')
  return (
    <main id="main" className="page">
      <EmptyState level={1} title={t('title')}>
        {t('text')}
      </EmptyState>
    </main>
  )
}
