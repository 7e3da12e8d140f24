// What stands in the place of a record that could not be drawn, and how it is asked for again.
import { useTranslations } from 'next-intl'
import { LinkButton } from '#ui/controls/button'
import { ErrorState } from '#ui/page/empty-state'
import { AppBar } from '../../../../_device/app-bar'

export function NotDrawn({ href, why }: { href: string; why: 'too-long' | 'yours-first' | 'too-many' }) {
  const t = useTranslations('transcript.notDrawn')
  return (
    <>
      <AppBar />
      <main id="main">
        <ErrorState level={1} title={t('title')} action={<LinkButton href={href}>{t('again')}</LinkButton>}>
          {t(why)}
        </ErrorState>
      </main>
    </>
  )
}
