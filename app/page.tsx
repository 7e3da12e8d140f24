// The first page: who is reading and whether this copy offers the demo decide what stands on it.

import { headers } from 'next/headers'
import { getTranslations } from 'next-intl/server'
import { environment } from '#server/environment'
import { whoIs } from '#server/identity'
import { Messages } from '#ui/messages'
import { signInToDemo } from './(people)/sign-in/actions'
import { goToTheDoor } from './actions'
import { Landing } from './landing'

export default async function FirstPage() {
  const t = await getTranslations('landing')
  const me = await whoIs(await headers())
  const home = me?.user.kind === 'account' ? { href: '/courses', label: t('courses') } : undefined
  return (
    <Messages namespaces={['landing']}>
      <Landing join={goToTheDoor} demo={environment().demo ? { signIn: signInToDemo } : undefined} home={home} />
    </Messages>
  )
}
