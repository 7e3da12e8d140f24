'use client'
// A QR code on its own white ground, whatever the theme: a camera must read it from the back row.
import { useTranslations } from 'next-intl'
import { QRCodeSVG } from 'qrcode.react'
import styles from './qr-code.module.css'

type QrCodeProps = {
  /** The address it opens. */
  address: string
  /** The address or code as people say it; heard. */
  label: string
  /** In CSS pixels; the drawing stays sharp at any size. */
  size?: number
}

export function QrCode({ address, label, size = 160 }: QrCodeProps) {
  const t = useTranslations('ui')
  return (
    <span className={styles.ground} role="img" aria-label={t('qr.label', { text: label })}>
      <QRCodeSVG value={address} size={size} level="M" marginSize={0} aria-hidden="true" />
    </span>
  )
}
