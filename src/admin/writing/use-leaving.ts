'use client'

import { useEffect } from 'react'

/** When the window goes out of sight, perhaps for good. */
export function useLeaving(leaving: () => void): void {
  useEffect(() => {
    document.addEventListener('visibilitychange', leaving)
    window.addEventListener('pagehide', leaving)
    return () => {
      document.removeEventListener('visibilitychange', leaving)
      window.removeEventListener('pagehide', leaving)
    }
  }, [leaving])
}
