// Who is signed in on this device, and the way out. It stands at the right of a bar.
import { useTranslations } from 'next-intl'
import { SubmitButton } from '#ui/submit-button'
import { VisuallyHidden } from '#ui/visually-hidden'
import { signOut } from './actions'
import styles from './sign-out-button.module.css'

export function SignOutButton({ name }: { name: string }) {
  const t = useTranslations('people.signOut')
  return (
    <form action={signOut} className={styles.form}>
      <span className={styles.name}>
        <VisuallyHidden>{t('signedInAs', { name })}</VisuallyHidden>
        <span aria-hidden="true">{name}</span>
      </span>
      <SubmitButton kind="quiet" size="dense">
        {t('submit')}
      </SubmitButton>
    </form>
  )
}
