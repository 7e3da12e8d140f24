// The account page: who is signed in, their devices, and for an account its name and password.

import { headers } from 'next/headers'
import { redirect } from 'next/navigation'
import { getTranslations } from 'next-intl/server'
import { z } from 'zod'
import { accountPath, auditPath, coursesPath, myPath, signInPath, thisServerPath } from '#paths'
import { readParticipations } from '#server/store/activities/participants'
import { isDemoPerson } from '#server/store/people/demo-person'
import { readDevices } from '#server/store/people/devices'
import { whoIs } from '#server/web/identity'
import { SubmitButton } from '#ui/controls/submit-button'
import { Sheet } from '#ui/over/sheet'
import { Messages, titled } from '#ui/page/messages'
import { PageHead } from '#ui/page/page-head'
import { AppBar } from '../_device/app-bar'
import { LeaveForm } from '../_device/sign-out-form'
import styles from './account.module.css'
import { deviceName } from './device-name'
import { Devices } from './devices'
import { NameForm } from './name-form'
import { PasswordForm } from './password-form'

/** The change to confirm, as an action's redirect names it. */
const Done = z.enum(['password', 'device', 'others'])

type Props = { searchParams: Promise<{ done?: string | string[] }> }

export const generateMetadata = titled('account.title')

export default async function AccountPage({ searchParams }: Props) {
  const me = await whoIs(await headers())
  if (!me) redirect(signInPath(accountPath()))
  const t = await getTranslations('account')
  const { user, sessionId } = me
  const isDemo = isDemoPerson(user)
  const own = user.kind === 'account' && !isDemo
  const done = Done.safeParse((await searchParams).done)
  // An account without a seat gets no link to /my, which would only redirect to its courses.
  const hasPlaces = user.kind !== 'account' || (await readParticipations(user.id)).length > 0
  const devices = isDemo ? [] : await readDevices(user.id, sessionId)
  return (
    <Messages namespaces={['account', 'people']}>
      <AppBar
        itemsLabel={t('bar.label')}
        items={[
          ...(hasPlaces ? [{ href: myPath(), label: t('bar.own') }] : []),
          ...(user.kind === 'account' ? [{ href: coursesPath(), label: t('bar.courses') }] : []),
          { href: accountPath(), label: t('bar.account'), current: true },
          ...(user.isAdmin
            ? [
                { href: auditPath(), label: t('bar.audit') },
                { href: thisServerPath(), label: t('bar.server') },
              ]
            : []),
        ]}
      />
      <main id="main" className={`page ${styles.page}`}>
        <PageHead
          title={user.name}
          lead={isDemo ? t('demo') : user.email === null ? t('guest') : t('account', { email: user.email })}
        />
        <LeaveForm name={user.name} className={styles.out}>
          <SubmitButton kind="plain">{t('signOut')}</SubmitButton>
        </LeaveForm>
        {done.success ? <p role="status">{t(`done.${done.data}`)}</p> : null}
        {isDemo ? null : (
          <Devices
            devices={devices.map(({ handle, userAgent, lastSeenAt, isThis }) => ({
              ...deviceName(userAgent),
              ...{ handle, isThis, lastSeenAt: lastSeenAt.getTime() },
            }))}
          />
        )}
        {own ? (
          <>
            <Sheet aria-labelledby="password">
              <h2 id="password">{t('password.title')}</h2>
              <PasswordForm />
            </Sheet>
            <Sheet aria-labelledby="name">
              <h2 id="name">{t('name.title')}</h2>
              <NameForm name={user.name} />
            </Sheet>
          </>
        ) : null}
      </main>
    </Messages>
  )
}
