// The bar of a student's own pages: each leads to all the others.
import { useTranslations } from 'next-intl'
import { coursesPath, myMarksPath, myPath, mySeatsPath } from '#paths'
import { AppBar } from '../_device/app-bar'

/** `account`: whether they have one; a guest has no courses to go to. `unread`: how much of their news they have not read. */
type OwnBarProps = { account: boolean; current: 'own' | 'seats' | 'marks' | 'mail'; unread: number }

export function OwnBar({ account, current, unread }: OwnBarProps) {
  const t = useTranslations('my.bar')
  return (
    <AppBar
      itemsLabel={t('label')}
      items={[
        { href: myPath(), label: t('own'), current: current === 'own', count: unread },
        { href: mySeatsPath(), label: t('seats'), current: current === 'seats' },
        { href: myMarksPath(), label: t('marks'), current: current === 'marks' },
        ...(account ? [{ href: coursesPath(), label: t('courses') }] : []),
      ]}
    />
  )
}
