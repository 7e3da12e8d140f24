'use client'
// The list of a participant's keys. Every key has a control on the page too.
import { useTranslations } from 'next-intl'
import { KeysSheet } from '#room/table/keys-sheet'

export function RoomKeysDialog({ open, onOpenChange }: { open: boolean; onOpenChange: (open: boolean) => void }) {
  const t = useTranslations('now.keys')
  const keys = [
    { keys: ['F'], does: t('hand') },
    { keys: ['C'], does: t('composer') },
    { keys: ['Y'], does: t('yield') },
    { keys: ['↑', '↓'], does: t('record') },
    { keys: ['→', '←'], does: t('inside') },
    { keys: ['?'], does: t('help') },
  ]
  return (
    <KeysSheet
      open={open}
      onOpenChange={onOpenChange}
      title={t('title')}
      lead={t('lead')}
      groups={[{ title: null, keys }]}
    />
  )
}
