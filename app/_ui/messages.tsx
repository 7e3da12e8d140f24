// Sends the browser the messages of the namespaces a page names, and no others. The namespaces of the components (common, ui) always come
// along, because a provider replaces the one above it.
import { NextIntlClientProvider } from 'next-intl'
import { getMessages } from 'next-intl/server'
import type { ReactNode } from 'react'

const ALWAYS = ['common', 'ui']

export async function Messages({ namespaces, children }: { namespaces: readonly string[]; children: ReactNode }) {
  const all = await getMessages()
  const wanted = new Set([...ALWAYS, ...namespaces])
  const messages = Object.fromEntries(Object.entries(all).filter(([namespace]) => wanted.has(namespace)))
  return <NextIntlClientProvider messages={messages}>{children}</NextIntlClientProvider>
}
