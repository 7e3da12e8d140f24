'use client'
// How far the rest of a long record is: being fetched, or failed, with a button to try again; and what there is without scripts.
import { useTranslations } from 'next-intl'
import { Button } from '#ui/controls/button'
import { ErrorText } from '#ui/controls/error-text'
import type { Fetching } from './use-entries'

export function RestOfRecord({ fetching }: { fetching: Fetching }) {
  const t = useTranslations('transcript.long')
  if (fetching === 'done') return null
  if (fetching === 'under-way')
    return (
      <>
        <p role="status">{t('fetching')}</p>
        <noscript>
          <p>{t('noScript')}</p>
        </noscript>
      </>
    )
  return (
    <div>
      <ErrorText>{fetching.failed ?? t('failed')}</ErrorText>
      <Button size="dense" onClick={fetching.again}>
        {t('again')}
      </Button>
    </div>
  )
}
