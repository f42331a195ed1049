// Plain JavaScript, because the start script says this before anything is installed.

/** What to do about a weak password. */
export const weaknessSentences = {
  passwordShort: 'Choose a password of at least 12 characters.',
  passwordLong: 'Choose a password of at most 256 characters.',
  passwordCommon:
    'Choose a password that isn’t so easily guessed: this one is among the commonest.',
  passwordExpected:
    'Choose a password that isn’t so easily guessed: leave out your name, your address and the name of the mission.',
}
