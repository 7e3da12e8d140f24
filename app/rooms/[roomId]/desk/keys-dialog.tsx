'use client'
// The card of the desk's keys. Every key has a control on the screen too.
import { useTranslations } from 'next-intl'
import { KeysSheet, TO } from '#room/table/keys-sheet'

/** The highest level of the rubric. */
const TOP = 'top'

/** Each group with its keys, by the messages of `desk.keys` that name it and say what they do. */
export const DESK_KEYS = [
  [
    'class',
    [
      ['enter', '↵'],
      ['space', 'Space'],
      ['e', 'E'],
      ['u', 'U'],
      ['t', 'T'],
      ['n', 'N'],
    ],
  ],
  [
    'wall',
    [
      ['x', 'X'],
      ['b', 'B'],
      ['up-down', '↑', '↓'],
    ],
  ],
  [
    'marks',
    [
      ['s', 'S'],
      ['j-k', 'J', 'K'],
      ['digit', '0', TO, TOP],
      ['v', 'V'],
      ['esc', 'Esc'],
    ],
  ],
  ['card', [['help', '?']]],
] as const

type KeysDialogProps = { top: number; open: boolean; onOpenChange: (open: boolean) => void }

export function KeysDialog({ top, open, onOpenChange }: KeysDialogProps) {
  const t = useTranslations('desk.keys')
  const groups = DESK_KEYS.map(([title, all]) => ({
    title: t(`groups.${title}`),
    keys: all.map(([does, ...keys]) => ({ keys: keys.map((key) => (key === TOP ? String(top) : key)), does: t(does) })),
  }))
  return <KeysSheet open={open} onOpenChange={onOpenChange} title={t('title')} lead={t('lead')} groups={groups} />
}
