'use client'
// The translations that the words of "now" are made of.
import { useTranslations } from 'next-intl'
import type { Teller } from './asked-words'

export function useTeller(): Teller {
  const t = useTranslations('now')
  const phases = useTranslations('record.phases')
  const intents = useTranslations('record.intents')
  return { t, phases, intents }
}
