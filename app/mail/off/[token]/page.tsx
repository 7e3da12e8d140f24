// Where one kind of mail is turned off without signing in. Opening it turns nothing off, because programs that look through mail open it too.

import { notFound } from 'next/navigation'
import { getTranslations } from 'next-intl/server'
import { myMailPath } from '#paths'
import { readOffToken } from '#server/store/mail/choices'
import { LinkButton } from '#ui/controls/button'
import { SubmitButton } from '#ui/controls/submit-button'
import { EmptyState } from '#ui/page/empty-state'
import { titled } from '#ui/page/messages'
import { turnKindOff } from './actions'

type Props = { params: Promise<{ token: string }>; searchParams: Promise<{ done?: string | string[] }> }

export const generateMetadata = titled('mail.turnOff.title', { robots: { index: false }, referrer: 'no-referrer' })

export default async function MailOffPage({ params, searchParams }: Props) {
  const { token } = await params
  const { kind } = readOffToken(token) ?? notFound()
  const { done } = await searchParams
  const [t, kinds] = await Promise.all([getTranslations('mail.turnOff'), getTranslations('mail.kind')])
  return (
    <main id="main" className="page">
      {done ? (
        <EmptyState level={1} title={t('done')} action={<LinkButton href={myMailPath()}>{t('kinds')}</LinkButton>}>
          {kinds(kind)}
        </EmptyState>
      ) : (
        <EmptyState
          level={1}
          title={t('ask')}
          action={
            <form action={turnKindOff}>
              <input type="hidden" name="token" value={token} />
              <SubmitButton>{t('off')}</SubmitButton>
            </form>
          }
        >
          {kinds(kind)}
        </EmptyState>
      )}
    </main>
  )
}
