// The scene of the reflection: the prompts, without any of the answers.
import { useTranslations } from 'next-intl'
import styles from './scenes.module.css'
import type { StageContext } from './stage-context'
import { Question } from './stage-parts'

export function ReflectionScene({ on }: { on: StageContext }) {
  const t = useTranslations('stage.reflection')
  return (
    <div className={styles.two}>
      <Question quiet={t('text')}>{t('title')}</Question>
      <ol className={styles.prompts}>
        {on.state.plan.reflectionPrompts.map((prompt) => (
          <li key={prompt}>{prompt}</li>
        ))}
      </ol>
    </div>
  )
}
