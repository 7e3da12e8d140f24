'use client'
// What authors left behind, newest first: who wrote until when. Each can be brought back, which can be undone.
import { useRouter } from 'next/navigation'
import { useTranslations } from 'next-intl'
import { useState } from 'react'
import { Button } from '#ui/controls/button'
import { When } from '#ui/words/when'
import { readThisVersion } from '../actions'
import { useWritten } from './use-writing'
import styles from './writing.module.css'

export type VersionLine = { version: number; by: string | null; savedAt: number }

export function Versions({ versions }: { versions: readonly VersionLine[] }) {
  const t = useTranslations('scenarios.writing')
  const { courseId, scenarioId, change } = useWritten()
  const router = useRouter()
  const [told, setTold] = useState<'back' | 'lost' | null>(null)
  const bring = async (version: number) => {
    const found = await readThisVersion({ courseId, scenarioId, version }).catch(() => null)
    if (found) change(null, found.own)
    setTold(found ? 'back' : 'lost')
  }
  return (
    // What was saved since the page was opened is read once somebody looks.
    <details onToggle={({ currentTarget }) => currentTarget.open && router.refresh()}>
      <summary>{t('versions', { count: versions.length })}</summary>
      <p role="status" className="faint">
        {told === null ? null : t(`versionTold.${told}`)}
      </p>
      <ol className={styles.versions}>
        {versions.map(({ version, by, savedAt }) => (
          <li key={version} className="ends">
            <span>
              <When at={savedAt} /> · <bdi>{by ?? t('nobody')}</bdi>
            </span>
            <Button kind="quiet" size="dense" onClick={() => void bring(version)}>
              {t('bringBack')}
            </Button>
          </li>
        ))}
      </ol>
    </details>
  )
}
