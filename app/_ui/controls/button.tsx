// A button, and a link that looks the same. While busy or idle, the button keeps its size, focus and label and ignores presses; why it is
// idle, it says above itself to whoever points at it, comes to it by keyboard or taps it.
import Link from 'next/link'
import { type ComponentProps, type MouseEvent, type ReactNode, useId } from 'react'
import { Icon, type IconName } from '../words/icon'
import { Kbd } from '../words/kbd'
import styles from './button.module.css'

type Look = {
  kind?: 'plain' | 'primary' | 'quiet' | 'danger'
  size?: 'normal' | 'dense'
  icon?: IconName
  /** The keyboard shortcut, shown beside the label. */
  keys?: string
  /** As wide as its container. */
  wide?: boolean
  /** Without a label the button needs an aria-label. */
  children?: ReactNode
}

type ButtonProps = Look &
  Omit<ComponentProps<'button'>, 'className' | 'style' | 'disabled' | 'aria-disabled' | 'aria-pressed'> & {
    busy?: boolean
    /**
     * Why there is nothing to do by it now, as a sentence; or what a press does in place of its act. It keeps the focus, which a disabled
     * button would lose to nobody.
     */
    idle?: string | (() => void) | null | undefined
    pressed?: boolean | undefined
  }

export function Button({
  kind = 'plain',
  size = 'normal',
  icon,
  keys,
  wide,
  busy,
  idle,
  pressed,
  children,
  ...rest
}: ButtonProps) {
  const id = useId()
  const why = typeof idle === 'string' && idle !== '' ? idle : null
  const instead = (event: MouseEvent) => {
    event.preventDefault()
    if (typeof idle === 'function') idle()
  }
  return (
    <button
      type="button"
      {...rest}
      {...(why ? { 'aria-describedby': id } : undefined)}
      {...(busy || idle ? { onClick: instead, 'aria-busy': busy, 'aria-disabled': true } : undefined)}
      aria-pressed={pressed}
      aria-keyshortcuts={rest['aria-keyshortcuts']}
      className={styles.button}
      data-kind={kind}
      data-size={size}
      data-wide={wide || undefined}
    >
      {icon ? <Icon name={icon} /> : null}
      {children}
      {keys ? <Kbd>{keys}</Kbd> : null}
      {why ? (
        // Its description, and no part of its name.
        <span id={id} className={styles.why} aria-hidden="true">
          {why}
        </span>
      ) : null}
    </button>
  )
}

type LinkButtonProps = Look & Omit<ComponentProps<typeof Link>, 'className' | 'style'>

export function LinkButton({ kind = 'plain', size = 'normal', icon, keys, wide, children, ...rest }: LinkButtonProps) {
  return (
    <Link {...rest} className={styles.button} data-kind={kind} data-size={size} data-wide={wide || undefined}>
      {icon ? <Icon name={icon} /> : null}
      {children}
      {keys ? <Kbd>{keys}</Kbd> : null}
    </Link>
  )
}
