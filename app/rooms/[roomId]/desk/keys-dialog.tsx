'use client'
// The list of the desk's keys. Every key has a control on the screen too.
import { useTranslations } from 'next-intl'
import { KeysSheet, TO } from '#room/keys-sheet'

const GROUPS = {
  clock: [['Space'], ['↵'], ['E'], ['U']],
  floor: [['↵'], ['T']],
  record: [['↑', '↓'], ['M'], ['B'], ['C'], ['F']],
  score: [['J', 'K'], ['H', 'L'], ['0', TO, '4'], ['X'], ['V'], ['Esc']],
  room: [['1', TO, '9'], ['N'], ['A'], ['P'], ['?']],
  tabs: [['⇧R'], ['⇧D'], ['⇧A'], ['⇧S']],
} as const

export function KeysDialog({ open, onOpenChange }: { open: boolean; onOpenChange: (open: boolean) => void }) {
  const t = useTranslations('desk.keys')
  const groups = (Object.keys(GROUPS) as (keyof typeof GROUPS)[]).map((group) => ({
    title: t(`${group}.title`),
    keys: GROUPS[group].map((keys) => ({ keys, does: t(`${group}.${nameOfKeys(keys)}`) })),
  }))
  return <KeysSheet open={open} onOpenChange={onOpenChange} title={t('title')} lead={t('lead')} groups={groups} />
}

const SIGNS: Readonly<Record<string, string>> = { '↵': 'enter', '↑': 'up', '↓': 'down', '?': 'help' }
const nameOfKeys = (keys: readonly string[]) =>
  keys
    .filter((key) => key !== TO)
    .map((key) => SIGNS[key] ?? key.replace('⇧', 'shift').toLowerCase())
    .join('-')
