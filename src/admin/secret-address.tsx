import type { Ref } from 'react'

/** An address that is shown once, ready to be copied. `id` also names its help. */
export function SecretAddress({
  id,
  label,
  help,
  address,
  input,
}: {
  id: string
  label: string
  help: string
  address: string
  input: Ref<HTMLInputElement>
}) {
  return (
    <div className="desk-input">
      <label htmlFor={id}>{label}</label>
      <input
        ref={input}
        id={id}
        className="desk-input__address"
        readOnly
        value={address}
        aria-describedby={`${id}-once`}
        onFocus={({ target }) => target.select()}
      />
      <p id={`${id}-once`} className="desk-input__help">
        {help}
      </p>
    </div>
  )
}
