'use client'
// A list of keys in a dialog, in groups, as desk and room show theirs, and the switch that turns off those that act alone.
import { useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import { Checkbox } from '#ui/controls/checkbox'
import { Dialog } from '#ui/over/dialog'
import { Kbd } from '#ui/words/kbd'
import { useSingleKeys } from '../hooks/single-keys'
import styles from './keys-sheet.module.css'

/** The dash between the first and last of a range of keys. */
export const TO = '–'

export type KeyGroup = { title: ReactNode; keys: readonly { keys: readonly string[]; does: string }[] }

type KeysSheetProps = {
  open: boolean
  onOpenChange: (open: boolean) => void
  title: string
  lead: string
  groups: readonly KeyGroup[]
}

export function KeysSheet({ open, onOpenChange, title, lead, groups }: KeysSheetProps) {
  const t = useTranslations('ui.keys')
  const { on, set } = useSingleKeys()
  return (
    <Dialog open={open} onOpenChange={onOpenChange} title={title} description={lead} width="wide">
      <div className={`note ${styles.single}`}>
        <Checkbox checked={on} onChange={(event) => set(event.target.checked)}>
          {t('single')}
        </Checkbox>
        <p>{t(on ? 'singleOn' : 'singleOff')}</p>
      </div>
      <div className={styles.groups}>
        {groups.map((group, place) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: the groups of a sheet keep their order
          <section key={place}>
            {group.title ? <h3 className={styles.head}>{group.title}</h3> : null}
            <dl className={styles.keys}>
              {group.keys.map(({ keys, does }) => (
                <div className="stack" key={keys.join()}>
                  <dt>{keys.map((key) => (key === TO ? TO : <Kbd key={key}>{key}</Kbd>))}</dt>
                  <dd>{does}</dd>
                </div>
              ))}
            </dl>
          </section>
        ))}
      </div>
    </Dialog>
  )
}
