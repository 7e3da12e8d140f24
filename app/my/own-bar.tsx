// The bar of a student's own pages: each leads to all the others.
import { useTranslations } from 'next-intl'
import { coursesPath, myMarksPath, myPath, mySeatsPath } from '#paths'
import { AppBar } from '../_device/app-bar'

/** `account`: whether they have one; a guest has no courses to go to. */
type OwnBarProps = { account: boolean; current: 'own' | 'seats' | 'marks' | 'mail' }

export function OwnBar({ account, current }: OwnBarProps) {
  const t = useTranslations('my.bar')
  return (
    <AppBar
      itemsLabel={t('label')}
      items={[
        { href: myPath(), label: t('own'), current: current === 'own' },
        { href: mySeatsPath(), label: t('seats'), current: current === 'seats' },
        { href: myMarksPath(), label: t('marks'), current: current === 'marks' },
        ...(account ? [{ href: coursesPath(), label: t('courses') }] : []),
      ]}
    />
  )
}
