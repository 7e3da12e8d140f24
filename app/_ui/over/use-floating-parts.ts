'use client'
// Loads dialogs, menus and popovers for the first component that may open one. They are one chunk, because they share most of their code.
import { lazyPart } from './lazy-part'

export const useFloatingParts = lazyPart(() => import('./floating-parts'))
