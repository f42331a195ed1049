// Plain JavaScript, because the start script asks it before anything is installed.

/** OWASP ASVS 5.0, 6.2: length is what counts; twelve characters at least. */
export const shortestPassword = 12

const commonest = new Set(
  [
    'password',
    'qwertyuiop',
    '123456789',
    'administrator',
    'letmein',
    'welcome',
    'communique',
  ].flatMap((word) => [word, `${word}1`, `${word}123`, `${word}1234`, `${word}12345`]),
)

/**
 * Null, or what to do about a password.
 * @param {string} password
 * @returns {string | null}
 */
export function weaknessOf(password) {
  if ([...password].length < shortestPassword)
    return `Choose a password of at least ${shortestPassword} characters.`
  if (commonest.has(password.toLowerCase()) || new Set(password).size < 5)
    return 'Choose a password that isn’t so easily guessed.'
  return null
}
