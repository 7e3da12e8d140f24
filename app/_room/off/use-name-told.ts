'use client'
// Tells a person who is in the room that their name was changed, as when the chair takes it off.
import { useTranslations } from 'next-intl'
import { useEffect, useRef } from 'react'
import { useToast } from '#ui/over/toast'

/** `name`: what they are called now; null while it is not known. */
export function useNameTold(name: string | null): void {
  const t = useTranslations('off.told')
  const tell = useToast()
  const before = useRef(name)
  useEffect(() => {
    if (name === null || name === before.current) return
    if (before.current !== null) tell({ text: t('renamed', { name }) })
    before.current = name
  }, [name, t, tell])
}
