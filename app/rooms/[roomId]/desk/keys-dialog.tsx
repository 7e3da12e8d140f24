'use client'
// The list of the desk's keys. Every key has a control on the screen too.
import { useTranslations } from 'next-intl'
import { KeysSheet, TO } from '#room/keys-sheet'

/** The highest level of the rubric. */
const TOP = 'top'

/** Each part of the desk with its keys, by the messages of `desk.keys` that name it and say what they do. */
const GROUPS = [
  [
    'clock.title',
    [
      ['clock.space', 'Space'],
      ['clock.enter', '↵'],
      ['clock.e', 'E'],
      ['clock.u', 'U'],
    ],
  ],
  [
    'floor.title',
    [
      ['floor.enter', '↵'],
      ['floor.t', 'T'],
      ['floor.r', 'R'],
      ['floor.y', 'Y'],
      ['floor.q', 'Q'],
    ],
  ],
  [
    'record.title',
    [
      ['record.up-down', '↑', '↓'],
      ['record.m', 'M'],
      ['record.x', 'X'],
      ['record.c', 'C'],
      ['record.f', 'F'],
    ],
  ],
  [
    'score.title',
    [
      ['score.j-k', 'J', 'K'],
      ['score.h-l', 'H', 'L'],
      ['score.digit', '0', TO, TOP],
      ['score.v', 'V'],
      ['score.d', 'D'],
      ['score.esc', 'Esc'],
    ],
  ],
  [
    'objectives.title',
    [
      ['objectives.y', 'Y'],
      ['objectives.q', 'Q'],
    ],
  ],
  [
    'cards.title',
    [
      ['cards.digit', '0', TO, TOP],
      ['cards.enter', '↵'],
      ['cards.k', 'K'],
      ['cards.h-l', 'H', 'L'],
      ['cards.v', 'V'],
      ['cards.esc', 'Esc'],
    ],
  ],
  [
    'room.title',
    [
      ['room.1-9', '1', TO, '9'],
      ['room.n', 'N'],
      ['room.a', 'A'],
      ['room.d', 'D'],
      ['room.p', 'P'],
      ['room.b', 'B'],
      ['room.help', '?'],
    ],
  ],
  [
    'tabs.title',
    [
      ['tabs.shiftr', '⇧R'],
      ['tabs.shiftd', '⇧D'],
      ['tabs.shifta', '⇧A'],
      ['tabs.shifts', '⇧S'],
    ],
  ],
] as const

type KeysDialogProps = { top: number; open: boolean; onOpenChange: (open: boolean) => void }

export function KeysDialog({ top, open, onOpenChange }: KeysDialogProps) {
  const t = useTranslations('desk.keys')
  const groups = GROUPS.map(([title, all]) => ({
    title: t(title),
    keys: all.map(([does, ...keys]) => ({ keys: keys.map((key) => (key === TOP ? String(top) : key)), does: t(does) })),
  }))
  return <KeysSheet open={open} onOpenChange={onOpenChange} title={t('title')} lead={t('lead')} groups={groups} />
}
