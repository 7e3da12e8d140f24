'use client'
// To the student before and the next one with a level to give, whose page is fetched beforehand.
import Link from 'next/link'
import { useTranslations } from 'next-intl'
import { gradingPath } from '#paths'
import { Button } from '#ui/button'
import { useGrading } from './use-grading'

export function WaysOn() {
  const t = useTranslations('grading')
  const { activityId, before, next, goTo } = useGrading()
  return (
    <>
      <Button size="dense" keys="B" idle={!before} onClick={() => (before ? goTo(before.id) : undefined)}>
        {t('back')}
      </Button>
      <Button kind="primary" size="dense" keys="N" idle={!next} onClick={() => (next ? goTo(next.id) : undefined)}>
        {t('next', { chosen: next ? 'yes' : 'no', name: next?.name ?? '' })}
      </Button>
      {/* Nobody sees or reaches it: with it the browser fetches their page whole. */}
      {next ? (
        <Link key={next.id} href={gradingPath(activityId, next.id)} prefetch={true} tabIndex={-1} aria-hidden="true" />
      ) : null}
    </>
  )
}
