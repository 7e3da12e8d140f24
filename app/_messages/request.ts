// The locale and messages of a request: every file of app/_messages/<locale> is a namespace. The locale comes from a cookie and is never
// part of an address.
import { readdir } from 'node:fs/promises'
import path from 'node:path'
import { cookies } from 'next/headers'
import { getRequestConfig } from 'next-intl/server'

const LOCALES = ['en'] as const
type Locale = (typeof LOCALES)[number]
/** The locale for dates, times and lists: the English of this site is British. */
const WRITTEN: Record<Locale, string> = { en: 'en-GB' }
type Messages = Record<string, Record<string, unknown>>

const isLocale = (value: string | undefined): value is Locale => LOCALES.some((locale) => locale === value)

const read = new Map<Locale, Promise<Messages>>()

async function readWords(locale: Locale): Promise<Messages> {
  const folder = path.join(process.cwd(), 'app', '_messages', locale)
  const names = (await readdir(folder)).flatMap((file) => (file.endsWith('.json') ? path.basename(file, '.json') : []))
  // Imported, not read from disk: the build precompiles the messages of imports only.
  const namespaces = await Promise.all(
    names.map(async (name) => [name, (await import(`./${locale}/${name}.json`)).default]),
  )
  return Object.fromEntries(namespaces)
}

/** In production messages are read once; in development anew for each request. */
function wordsOf(locale: Locale): Promise<Messages> {
  const known = read.get(locale)
  if (known) return known
  const words = readWords(locale)
  // biome-ignore lint/style/noProcessEnv: Next writes this constant into the bundle; it is not read from the machine
  if (process.env.NODE_ENV === 'production') read.set(locale, words)
  return words
}

export default getRequestConfig(async () => {
  const chosen = (await cookies()).get('locale')?.value
  const locale = isLocale(chosen) ? chosen : 'en'
  return { locale: WRITTEN[locale], messages: await wordsOf(locale), timeZone: 'UTC' }
})
