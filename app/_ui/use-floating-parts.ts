'use client'
// Fetches what is laid over a page, for the first part that may open one. They come together, because they are made of the same.
import { lazyPart } from './lazy-part'

export const useFloatingParts = lazyPart(() => import('./floating-parts'))
