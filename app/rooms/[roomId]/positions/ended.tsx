'use client'
// What a position's form shows in place of its buttons once its caucus is over.
import { useTranslations } from 'next-intl'
import { Docked } from '#room/table/dock-slot'
import { CopyWords } from '#room/words/copy-words'
import type { PositionFile } from '#simulation/shapes/positions'
import { Button } from '#ui/controls/button'
import styles from './position-form.module.css'

/** In place of the buttons once the caucus is over: what stands, and that these words stay. */
export function Ended({ file, words, onLeave }: { file: PositionFile; words: string; onLeave: () => void }) {
  const t = useTranslations('room.position')
  return (
    <div className={`stack ${styles.filing}`} role="status">
      <p>{t('ended', { how: file.how ?? (file.sealedAt === null ? 'nothing' : 'filed') })}</p>
      <div className="tools">
        <Docked>
          <Button onClick={onLeave}>{t('leave')}</Button>
        </Docked>
        <CopyWords text={words} />
      </div>
    </div>
  )
}
