'use client'
// The button that copies a person's own words, where the page can do nothing else with them.
import { useTranslations } from 'next-intl'
import { Button } from '#ui/button'
import { useToast } from '#ui/toast'

export function CopyWords({ text }: { text: string }) {
  const t = useTranslations('room.waiting')
  const tell = useToast()
  const copy = async () => {
    try {
      await navigator.clipboard.writeText(text)
      tell({ text: t('copied') })
    } catch {
      tell({ text: t('notCopied') }) // no clipboard on a plain-http address
    }
  }
  if (text.trim() === '') return null
  return (
    <Button size="dense" onClick={() => void copy()}>
      {t('copy')}
    </Button>
  )
}
