// The root layout: language, theme, fonts, skip link, toasts. It must read no session, because cached pages share it.
import type { Metadata, Viewport } from 'next'
import { headers } from 'next/headers'
import { getLocale, getTranslations } from 'next-intl/server'
import type { ReactNode } from 'react'
import { ToastProvider } from '#ui/over/toast'
import { FontPreload } from '#ui/page/font-preload'
import { Messages } from '#ui/page/messages'
import { PageNonce } from '#ui/page/page-nonce'
import { SkipLink } from '#ui/page/skip-link'
import { ThemeScript } from '#ui/page/theme-script'
import { DeviceGuard } from './_device/device-guard'
import { KeptForm } from './_device/kept-form.ts'
import './_ui/page/fonts.css'
import './_ui/page/tokens.css'
import './_ui/page/globals.css'

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('common')
  return { title: { default: t('title'), template: t('titleTemplate') }, description: t('description') }
}

export const viewport: Viewport = { width: 'device-width', initialScale: 1, viewportFit: 'cover' }

export default async function RootLayout({ children }: { children: ReactNode }) {
  const nonce = (await headers()).get('x-nonce') ?? undefined
  return (
    // The script below sets data-theme before the first paint, which React must not report as a mismatch. The theme is not rendered here,
    // so that the page is the same for every reader.
    <html lang={await getLocale()} suppressHydrationWarning>
      <head>
        <ThemeScript nonce={nonce} />
        <FontPreload />
      </head>
      <body>
        <PageNonce nonce={nonce}>
          <Messages namespaces={[]}>
            <ToastProvider>
              <SkipLink />
              <DeviceGuard />
              <KeptForm />
              {children}
            </ToastProvider>
          </Messages>
        </PageNonce>
      </body>
    </html>
  )
}
