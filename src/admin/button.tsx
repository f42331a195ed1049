import type { ComponentProps } from 'react'

/**
 * A button that looks like Payload's. `closed`: it says that it can't be used now, but takes the focus, so that it can
 * say why.
 */
export function Button({
  strong = false,
  closed = false,
  className = '',
  children,
  ...rest
}: { strong?: boolean; closed?: boolean } & ComponentProps<'button'>) {
  return (
    <button
      type="button"
      {...rest}
      className={`desk-button ${strong ? 'desk-button--strong' : ''} ${className}`}
      aria-disabled={closed || undefined}
    >
      {children}
    </button>
  )
}
