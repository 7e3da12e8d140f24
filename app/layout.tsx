// The root layout: language, theme, fonts, skip link, toasts. It must read no session, because cached pages share it.
import type { Metadata, Viewport } from 'next'
import { headers } from 'next/headers'
import { getLocale, getTranslations } from 'next-intl/server'
import type { ReactNode } from 'react'
import { FontPreload } from '#ui/font-preload'
import { Messages } from '#ui/messages'
import { PageNonce } from '#ui/page-nonce'
import { SkipLink } from '#ui/skip-link'
import { ThemeScript } from '#ui/theme-script'
import { ToastProvider } from '#ui/toast'
import { DeviceGuard } from './_device/device-guard'
import { KeptForm } from './_device/kept-form.ts'
import './_ui/fonts.css'
import './_ui/tokens.css'
import './_ui/globals.css'

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
