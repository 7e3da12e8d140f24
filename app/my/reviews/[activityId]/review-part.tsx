// The posts of somebody to be reviewed, without who they are (rule J14), and the form for the review, or the review as it was sent.
import { useTranslations } from 'next-intl'
import { anchorText, keyOf } from '#record/entry-parts.ts'
import { GappedWords } from '#record/words/gapped-words'
import { type RoomPlan, tensionTitle } from '#simulation/agenda/plan'
import type { OwnReview } from '#simulation/beside/peer-reviews/peer-medians'
import type { ReviewedPost } from '#simulation/beside/peer-reviews/peer-reviews'
import { delegationIn } from '#ui/words/delegations.ts'
import { formRubric } from './form-rubric'
import { GivenLevels } from './given-levels'
import type { FormOf } from './level-fields'
import { ReviewForm } from './review-form'
import styles from './reviews.module.css'

type ReviewPartProps = Pick<FormOf, 'activityId' | 'owner'> & {
  plan: RoomPlan
  review: OwnReview
  /** Of the course. */
  timeZone: string
}

export function ReviewPart({ activityId, owner, plan, review, timeZone }: ReviewPartProps) {
  const t = useTranslations('reviews')
  const { id, called, posts, rubric, sent, hidden, medians } = review
  const side = delegationIn(plan, posts[0]?.side)?.name ?? 'none'
  return (
    <section className={styles.part} aria-labelledby={`review-${id}`}>
      <h2 id={`review-${id}`} tabIndex={-1}>
        {t('posts', { called, side, count: posts.length })}
      </h2>
      <Posts posts={posts} plan={plan} timeZone={timeZone} />
      {sent === null ? (
        <ReviewForm activityId={activityId} owner={owner} review={id} rubric={formRubric(rubric)} />
      ) : (
        <>
          <h3>{t('sent')}</h3>
          {hidden === null ? null : <p className={styles.told}>{t('hidden', { reason: hidden })}</p>}
          <GivenLevels rubric={rubric} levels={sent.levels} medians={medians} />
          <p className={styles.comment}>
            <bdi>{sent.comment}</bdi>
          </p>
        </>
      )}
    </section>
  )
}

type PostsProps = { posts: readonly ReviewedPost[] } & Pick<ReviewPartProps, 'plan' | 'timeZone'>

function Posts({ posts, plan, timeZone }: PostsProps) {
  const t = useTranslations('reviews')
  const sideOf = (id: string | null) => delegationIn(plan, id)?.name ?? 'none'
  return (
    <ol className="fields">
      {posts.map(({ text, off, round, anchors, answers }, at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: posts have no number here, and keep their order
        <li key={at} className={styles.post}>
          <small>{round === null ? null : tensionTitle(plan, round)}</small>
          {answers ? (
            <blockquote className="note">
              <b>{t('answers', { side: sideOf(answers.side) })}</b>{' '}
              <GappedWords text={answers.text} off={answers.off} plan={plan} timeZone={timeZone} />
            </blockquote>
          ) : null}
          <GappedWords text={text} off={off} plan={plan} timeZone={timeZone} />
          {anchors.length > 0 ? (
            <small>{t('cites', { anchors: anchors.map((one) => anchorText(keyOf(one))).join(', ') })}</small>
          ) : null}
        </li>
      ))}
    </ol>
  )
}
