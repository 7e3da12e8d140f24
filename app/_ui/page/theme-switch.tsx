'use client'
// The choice between light, dark and the device's theme. It is stored in a cookie, so that the next page is rendered in it.
import { useTranslations } from 'next-intl'
import { useSyncExternalStore } from 'react'
import { DAY_SECONDS } from '#simulation/kernel/time'
import { Segmented } from '../controls/segmented'

type Choice = 'system' | 'light' | 'dark'

const YEAR_SECONDS = 365 * DAY_SECONDS
const listeners = new Set<() => void>()

const kept = (): Choice => {
  const found = /(?:^|; )theme=(light|dark)/.exec(document.cookie)?.[1]
  return found === 'light' || found === 'dark' ? found : 'system'
}

function keep(choice: Choice): void {
  // biome-ignore lint/suspicious/noDocumentCookie: the theme script reads the same cookie before anything else has loaded
  document.cookie = `theme=${choice};path=/;samesite=lax;max-age=${choice === 'system' ? 0 : YEAR_SECONDS}`
  const dark = choice === 'dark' || (choice === 'system' && matchMedia('(prefers-color-scheme: dark)').matches)
  document.documentElement.dataset.theme = dark ? 'dark' : 'light'
  for (const told of listeners) told()
}

function listen(told: () => void): () => void {
  listeners.add(told)
  return () => listeners.delete(told)
}

export function ThemeSwitch() {
  const t = useTranslations('ui')
  const choice = useSyncExternalStore(listen, kept, () => 'system' as const)
  return (
    <Segmented
      label={t('theme.label')}
      size="dense"
      value={choice}
      onValueChange={keep}
      options={[
        { value: 'system', label: t('theme.system') },
        { value: 'light', label: t('theme.light') },
        { value: 'dark', label: t('theme.dark') },
      ]}
    />
  )
}
