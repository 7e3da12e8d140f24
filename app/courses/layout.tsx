// The frame of an instructor's pages: where they are, who they are, the way out. It guards nothing; each page asks for its own rows.
import { headers } from 'next/headers'
import { getTranslations } from 'next-intl/server'
import type { ReactNode } from 'react'
import { whoIs } from '#server/identity'
import { AppBar } from '#ui/app-bar'
import { Messages } from '#ui/messages'
import { SignOutButton } from '../(people)/sign-out/sign-out-button'

export default async function CoursesLayout({ children }: { children: ReactNode }) {
  const t = await getTranslations('courses.bar')
  const me = await whoIs(await headers())
  return (
    <Messages namespaces={['courses', 'people']}>
      <AppBar
        itemsLabel={t('label')}
        items={[{ href: '/courses', label: t('courses'), current: true }]}
        right={me ? <SignOutButton name={me.user.name} /> : undefined}
      />
      {children}
    </Messages>
  )
}
