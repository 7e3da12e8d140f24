'use client'
// A QR code, on white in every theme: cameras cannot read it on a dark ground.
import { useTranslations } from 'next-intl'
import { QRCodeSVG } from 'qrcode.react'
import styles from './qr-code.module.css'

type QrCodeProps = {
  /** The address it opens. */
  address: string
  /** The accessible name: the address or code as people say it. */
  label: string
  /** The width in CSS pixels. */
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
