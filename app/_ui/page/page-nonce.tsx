'use client'
// The nonce that this document's styles must carry. A page reached by client-side navigation is rendered with a nonce of its own, which
// the browser refuses, so the first one is kept.
import { CSPProvider } from '@base-ui/react/csp-provider'
import { createContext, type ReactNode, use, useState } from 'react'

const Nonce = createContext<string | undefined>(undefined)

export function PageNonce({ nonce, children }: { nonce: string | undefined; children: ReactNode }) {
  const [first] = useState(nonce)
  return (
    <Nonce value={first}>
      <CSPProvider nonce={first}>{children}</CSPProvider>
    </Nonce>
  )
}

export const usePageNonce = (): string | undefined => use(Nonce)
