// The frame of an instructor's pages: where they are. It guards nothing; each page asks for its own rows.

import { getTranslations } from 'next-intl/server'
import type { ReactNode } from 'react'
import { coursesPath } from '#paths'
import { AppBar } from '#ui/app-bar'
import { Messages } from '#ui/messages'

export default async function CoursesLayout({ children }: { children: ReactNode }) {
  const t = await getTranslations('courses.bar')
  return (
    <Messages namespaces={['courses']}>
      <AppBar itemsLabel={t('label')} items={[{ href: coursesPath(), label: t('courses'), current: true }]} />
      {children}
    </Messages>
  )
}
