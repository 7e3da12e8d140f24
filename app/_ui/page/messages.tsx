// Sends the browser the messages of the namespaces a page names, and no others, and titles a page with one. The namespaces of the components
// (common, ui) always come along, because a provider replaces the one above it.
import type { Metadata } from 'next'
import { NextIntlClientProvider, type useTranslations } from 'next-intl'
import { getMessages, getTranslations } from 'next-intl/server'
import type { ReactNode } from 'react'

const ALWAYS = ['common', 'ui']

export async function Messages({ namespaces, children }: { namespaces: readonly string[]; children: ReactNode }) {
  const all = await getMessages()
  const wanted = new Set([...ALWAYS, ...namespaces])
  const messages = Object.fromEntries(Object.entries(all).filter(([namespace]) => wanted.has(namespace)))
  return <NextIntlClientProvider messages={messages}>{children}</NextIntlClientProvider>
}

type Key = Parameters<ReturnType<typeof useTranslations<never>>>[0]

/** What a page has as `generateMetadata` whose title is always the same message. */
export const titled =
  (key: Key, more: Metadata = {}) =>
  async (): Promise<Metadata> => ({ title: (await getTranslations())(key), ...more })
