// The "not found" page. It is also the answer for what the reader may not see, so that nobody learns what exists.

import { headers } from 'next/headers'
import { getLocale, getTranslations } from 'next-intl/server'
import { LinkButton } from '#ui/controls/button'
import { EmptyState } from '#ui/page/empty-state'
import { Messages, titled } from '#ui/page/messages'
import { AppBar } from './_device/app-bar'

export const generateMetadata = titled('common.notFound.title')

export default async function NotFound() {
  const t = await getTranslations('common')
  const page = (
    <>
      <AppBar />
      <main id="main" className="page">
        <EmptyState
          level={1}
          title={t('notFound.title')}
          action={<LinkButton href="/">{t('notFound.home')}</LinkButton>}
        >
          {t('notFound.text')}
        </EmptyState>
      </main>
    </>
  )
  if (!(await isWithoutLayout())) return page
  return (
    <html lang={await getLocale()}>
      <body>
        <Messages namespaces={[]}>{page}</Messages>
      </body>
    </html>
  )
}

/** Next leaves the layout out where a form of a page without a script is answered with this page; it would fail for want of its words. */
async function isWithoutLayout(): Promise<boolean> {
  const asked = await headers()
  return asked.get('content-type')?.startsWith('multipart/form-data') === true && !asked.has('next-action')
}
