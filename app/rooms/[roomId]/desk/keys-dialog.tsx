'use client'
// The list of the desk's keys. Every key has a control on the screen too.
import { useTranslations } from 'next-intl'
import { Dialog } from '#ui/dialog'
import { Kbd } from '#ui/kbd'
import styles from './keys-dialog.module.css'

/** The dash between the first and last of a range of keys. */
const TO = '–'

const GROUPS = {
  clock: [['Space'], ['↵'], ['E'], ['U']],
  floor: [['↵'], ['T']],
  record: [['↑', '↓'], ['B'], ['C'], ['F']],
  score: [['J', 'K'], ['H', 'L'], ['0', TO, '4'], ['X'], ['V'], ['Esc']],
  room: [['1', TO, '9'], ['N'], ['A'], ['P'], ['?']],
  tabs: [['⇧R'], ['⇧D'], ['⇧A'], ['⇧S']],
} as const

export function KeysDialog({ open, onOpenChange }: { open: boolean; onOpenChange: (open: boolean) => void }) {
  const t = useTranslations('desk.keys')
  return (
    <Dialog open={open} onOpenChange={onOpenChange} title={t('title')} description={t('lead')} width="wide">
      <div className={styles.groups}>
        {(Object.keys(GROUPS) as (keyof typeof GROUPS)[]).map((group) => (
          <section key={group}>
            <h3 className={styles.head}>{t(`${group}.title`)}</h3>
            <dl className={styles.keys}>
              {GROUPS[group].map((keys) => (
                <div key={keys.join()}>
                  <dt>{keys.map((key) => (key === TO ? TO : <Kbd key={key}>{key}</Kbd>))}</dt>
                  <dd>{t(`${group}.${nameOfKeys(keys)}`)}</dd>
                </div>
              ))}
            </dl>
          </section>
        ))}
      </div>
    </Dialog>
  )
}

const SIGNS: Readonly<Record<string, string>> = { '↵': 'enter', '↑': 'up', '↓': 'down', '?': 'help' }
const nameOfKeys = (keys: readonly string[]) =>
  keys
    .filter((key) => key !== TO)
    .map((key) => SIGNS[key] ?? key.replace('⇧', 'shift').toLowerCase())
    .join('-')
