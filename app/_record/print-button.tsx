'use client'
// Opens the browser's print dialog. Rendered only in the browser, because without a script it would do nothing.
import { useTranslations } from 'next-intl'
import { useSyncExternalStore } from 'react'
import { Button } from '#ui/controls/button'

const never = () => () => undefined

export function PrintButton() {
  const t = useTranslations('transcript')
  const scripted = useSyncExternalStore(
    never,
    () => true,
    () => false,
  )
  return scripted ? (
    <Button size="dense" onClick={() => window.print()}>
      {t('print')}
    </Button>
  ) : null
}
