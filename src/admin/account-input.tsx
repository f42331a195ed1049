import type { ComponentProps } from 'react'

/** A labelled input with its help, in the forms about accounts. `id` also names its help. */
export function AccountInput({
  id,
  label,
  help,
  ...rest
}: { id: string; label: string; help?: string } & ComponentProps<'input'>) {
  return (
    <div className="desk-input">
      <label htmlFor={id}>{label}</label>
      <input
        id={id}
        className="desk-input__address"
        required
        aria-describedby={help ? `${id}-help` : undefined}
        {...rest}
      />
      {help ? (
        <p id={`${id}-help`} className="desk-input__help">
          {help}
        </p>
      ) : null}
    </div>
  )
}

/** The password that somebody has now, asked for again. */
export function PresentPassword({
  id,
  label,
  value,
  onType,
}: {
  id: string
  label: string
  value: string
  onType: (password: string) => void
}) {
  return (
    <AccountInput
      id={id}
      label={label}
      type="password"
      autoComplete="current-password"
      value={value}
      onChange={({ target }) => onType(target.value)}
    />
  )
}

/** Six figures, or a recovery code. */
export const codeInput = {
  autoComplete: 'one-time-code',
  autoCapitalize: 'none',
  spellCheck: false,
  maxLength: 64,
} as const
