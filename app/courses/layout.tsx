// The frame of the instructors' pages. It checks no rights: each page checks its own, because a layout is not rendered again on navigation.

import { getTranslations } from 'next-intl/server'
import type { ReactNode } from 'react'
import { coursesPath } from '#paths'
import { Messages } from '#ui/page/messages'
import { AppBar } from '../_device/app-bar'

export default async function CoursesLayout({ children }: { children: ReactNode }) {
  const t = await getTranslations('courses.bar')
  return (
    <Messages namespaces={['courses']}>
      <AppBar itemsLabel={t('label')} items={[{ href: coursesPath(), label: t('courses'), current: true }]} />
      {children}
    </Messages>
  )
}
