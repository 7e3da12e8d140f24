'use client'
// The button that copies words of the page: a person's own that it can do nothing else with, an address, a citation.
import { useTranslations } from 'next-intl'
import { Button } from '#ui/controls/button'
import { useToast } from '#ui/over/toast'

export function CopyWords({ text, label }: { text: string; label?: string }) {
  const t = useTranslations('ui.copy')
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
      {label ?? t('copy')}
    </Button>
  )
}
