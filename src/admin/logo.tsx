import './desk.css'

/** The product's name on the sign-in page. */
export function Logo() {
  return <span className="desk-logo">Communiqué</span>
}

/** Its sign at the head of every page of the admin, which leads to the start page. */
export function Icon() {
  return (
    <svg className="desk-sign" viewBox="0 0 20 20" aria-hidden="true" focusable="false">
      <rect x="1" y="1" width="18" height="18" rx="2.5" />
      <path d="M13.4 7.4A4.3 4.3 0 105.7 10a4.3 4.3 0 007.7 2.6" />
    </svg>
  )
}
