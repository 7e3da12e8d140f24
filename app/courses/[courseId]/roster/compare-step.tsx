'use client'
// The third step, where the course has a roster already: who is new, who is gone, who stays with which changes. Nothing is saved before it.
import { useTranslations } from 'next-intl'
import { Button } from '#ui/controls/button'
import { SubmitButton } from '#ui/controls/submit-button'
import type { RosterState } from './actions'
import styles from './roster.module.css'

type Compare = Extract<RosterState['view'], { step: 'compare' }>
type KeptPerson = Compare['comparison']['kept'][number]

export function CompareStep({ view }: { view: Compare }) {
  const t = useTranslations('courses.roster')
  const { added, removed, kept } = view.comparison
  const changed = kept.filter(({ isChanged }) => isChanged)
  const same = kept.length - changed.length
  return (
    <section aria-labelledby="compare-title">
      <h2 id="compare-title" className={styles.title}>
        {t('compared', { added: added.length, removed: removed.length, kept: kept.length })}
      </h2>
      <p className={styles.hint}>{t('matchedBy')}</p>
      {view.waits ? (
        <p role="alert" className={styles.waits}>
          {t('comparedAnew')}
        </p>
      ) : null}
      <div className={styles.lists}>
        <div>
          <h3>{t('added')}</h3>
          <p className={styles.hint}>{t(added.length === 0 ? 'nobody' : 'addedText')}</p>
          <ul>
            {added.map(({ line, name, studentNumber, email }) => (
              <li key={line}>
                <b>
                  <bdi>{name}</bdi>
                </b>
                <span className={styles.hint}>{studentNumber ?? email}</span>
              </li>
            ))}
          </ul>
        </div>
        <div>
          <h3>{t('removed')}</h3>
          <p className={styles.hint}>{t(removed.length === 0 ? 'nobody' : 'removedText')}</p>
          <ul>
            {removed.map(({ id, name, studentNumber }) => (
              <li key={id}>
                <b>
                  <bdi>{name}</bdi>
                </b>
                {studentNumber === null ? null : <span className={styles.hint}>{studentNumber}</span>}
                <Button
                  type="submit"
                  name="step"
                  value={`keep ${id}`}
                  size="dense"
                  aria-label={t('keepName', { name })}
                >
                  {t('keep')}
                </Button>
              </li>
            ))}
          </ul>
        </div>
        <div>
          <h3>{t('changed')}</h3>
          <ul>
            {changed.map((one) => (
              <Changed key={one.before.id} {...one} />
            ))}
          </ul>
          <p className={styles.hint}>{t('same', { count: same })}</p>
        </div>
      </div>
      <div className={styles.row}>
        <SubmitButton name="step" value="save">
          {t('saveChanges')}
        </SubmitButton>
        <Button type="submit" name="step" value="look">
          {t('backToLines')}
        </Button>
      </div>
      {view.read.faults.length > 0 ? (
        <p className={styles.hint}>
          {t('waiting', { whole: view.read.places.length, faulty: view.read.faults.length })}
        </p>
      ) : null}
    </section>
  )
}

function Changed({ before, after, by }: KeptPerson) {
  const t = useTranslations('courses.roster')
  const changes = [
    { field: t('email'), was: before.email, is: after.email },
    { field: t('number'), was: before.studentNumber, is: after.studentNumber },
    { field: t('section'), was: before.section ?? null, is: after.section },
  ].filter(({ was, is }) => was !== is)
  return (
    <li>
      <b>
        {before.name === after.name ? (
          after.name
        ) : (
          <>
            <del>{before.name}</del> <ins>{after.name}</ins>
          </>
        )}
      </b>
      <span className={styles.hint}>
        {t(`by.${by}`)}
        {changes.map(({ field, was, is }) => (
          <span key={field}>
            {' · '}
            {field} {was === null ? null : <del>{was}</del>} {is === null ? null : <ins>{is}</ins>}
          </span>
        ))}
      </span>
      <Button
        type="submit"
        name="step"
        value={`apart ${after.line}`}
        size="dense"
        aria-label={t('apartName', { name: after.name })}
      >
        {t('apart')}
      </Button>
    </li>
  )
}
