import { weaknessSentences } from './weakness.mjs'

/** The words about accounts, signing in and its mails, in English; the other languages hold the same keys. */
export const accountsEn = {
  accountAct: 'Act on an account',
  accountActs: 'Acts on accounts',
  'account-made': 'Made with the mission',
  'account-invited': 'Invited',
  invitedNow: 'Invited. A mail with a link is on its way.',
  'account-invited-again': 'Invitation sent again',
  'account-invitation-revoked': 'Invitation taken back',
  'account-invitation-accepted': 'Invitation accepted',
  'account-changed': 'Changed',
  'account-disabled': 'Closed',
  'account-enabled': 'Opened again',
  'account-password-changed': 'Password changed',
  'account-password-reset': 'Password chosen anew',
  'account-factor-set': 'Second factor set up',
  'account-factor-dropped': 'Second factor given up',
  'account-factor-taken': 'Second factor taken away',
  'account-recovery-used': 'Recovery code used',
  'account-recovery-renewed': 'Recovery codes made anew',
  secondFactorFor: 'Roles that need a second factor',
  secondFactorForHelp:
    'Whoever has one of these roles and no second factor sets one up before they can do anything else.',
  mailLanguage: 'Language of the invitation',
  // Refusals
  signInFirst: 'Sign in first.',
  signInWrong: 'Address or password is wrong, or the account is closed.',
  signInCode: 'Enter the code of your second factor.',
  signInCodeWrong: 'This code doesn’t count, or not any more. Wait for the next one.',
  signInTooOften: 'Too many attempts. Try again in {minutes} min.',
  linkGone:
    'This link doesn’t count: it was used, taken back or is too old. Ask an administrator for another one, or ask for a new password on the sign-in page.',
  ...weaknessSentences,
  passwordWrong: 'This isn’t your present password.',
  passwordElsewhere:
    'A password is changed by its owner only, under “Signing in”. Nobody sets the password of somebody else.',
  onlyAdministrators: 'Only an administrator may do this.',
  addressTaken: 'There is an account with this address already.',
  notInvited: 'This account isn’t waiting for its person to accept an invitation.',
  alreadyDisabled: 'This account is closed already.',
  notDisabled: 'This account isn’t closed.',
  noFactor: 'This account has no second factor.',
  factorThere: 'There is a second factor already. Give it up first.',
  factorFirst: 'Your role needs a second factor. Set one up first, under “Signing in”.',
  factorRequired: 'Your role needs a second factor, so it can’t be given up.',
  factorOwn: 'This is your own second factor. Give it up under “Signing in”, with a code.',
  codeWrong: 'This code doesn’t count, or not any more. Wait for the next one.',
  lastAdministrator:
    'Somebody has to administer this mission. Make somebody else an administrator first.',
  accountBusy: 'Somebody else is changing this account at the moment. Try again.',
  // Mails
  letterHello: 'Hello {name},',
  letterEnd: 'This mail was sent by the desk of the mission. Nobody reads answers to it.',
  letterInvitation: 'Your account at the desk of {mission}',
  letterInvitationText:
    '{by} invites you to work at the desk of {mission}.\nChoose your password by the link below. It counts once, and for seven days. If you didn’t expect this, do nothing.',
  letterReset: 'A new password for the desk of {mission}',
  letterResetText:
    'Somebody, probably you, has asked for a new password. Choose it by the link below. It counts once, and for one hour.\nIf it wasn’t you, do nothing: your password stays as it is.',
  letterPasswordChanged: 'Your password at the desk of {mission} was changed',
  letterPasswordChangedText:
    'Your password was changed, and you were signed out everywhere else.\nIf it wasn’t you, tell an administrator at once.',
  letterFactorSet: 'You have a second factor at the desk of {mission}',
  letterFactorSetText:
    'From now on you sign in with a code of your authenticator as well.\nIf it wasn’t you, tell an administrator at once.',
  letterFactorDropped: 'You have given up your second factor at the desk of {mission}',
  letterFactorDroppedText:
    'From now on you sign in with your password alone.\nIf it wasn’t you, tell an administrator at once.',
  letterFactorTaken: 'Your second factor at the desk of {mission} was taken away',
  letterFactorTakenText:
    '{by} has taken your second factor away, and you were signed out everywhere. The reason: {reason}\nSet up another one when you sign in. If you didn’t ask for this, tell another administrator at once.',
  letterRecoveryUsed: 'A recovery code was used at the desk of {mission}',
  letterRecoveryUsedText:
    'Somebody, probably you, signed in with one of your recovery codes. {left} are left.\nIf it wasn’t you, change your password and tell an administrator at once.',
  letterAddressChanged: 'Your address at the desk of {mission} was changed',
  letterAddressChangedText:
    '{by} has given your account another address. Mails, such as those with a link to a new password, go there from now on.\nIf this surprises you, tell another administrator at once.',
  // Signing in
  signInTitle: 'Sign in',
  signInButton: 'Sign in',
  password: 'Password',
  code: 'Code',
  codeHelp: 'Six figures from your authenticator, or one of your recovery codes.',
  forgotten: 'Forgotten your password?',
  backToSignIn: 'Back to signing in',
  // Choosing a password
  chooseTitle: 'Choose your password',
  chooseWelcome: 'Welcome, {name}.',
  chooseHelp:
    'At least 12 characters. A few words that have nothing to do with each other are strong and easy to remember.',
  newPassword: 'New password',
  repeatPassword: 'The same again',
  passwordsDiffer: 'The two aren’t the same.',
  chooseButton: 'Keep this password',
  chosen: 'Your password is kept. Sign in with it now.',
  chooseLooking: 'Looking whether the link counts …',
  chooseNothing: 'This page is opened by the link in a mail.',
  // One's own account
  mySignIn: 'Signing in',
  mySignInOpen: 'Password, second factor and sessions',
  sessionsTitle: 'Where you are signed in',
  sessionThis: 'here',
  sessionTimes: 'since {began}, last used {seen}',
  sessionUnknown: 'Another program',
  sessionEnd: 'Sign out there',
  sessionsEndOthers: 'Sign out everywhere else',
  sessionsEnded: 'You are signed out there.',
  factorTitle: 'Second factor',
  factorExplains:
    'A code that changes every half minute, from an authenticator on your telephone. With it, a password alone opens nothing.',
  factorOn: 'You have a second factor, and {count} recovery codes.',
  factorOff: 'You have no second factor.',
  factorWaits: 'Your role needs a second factor. Set one up now; then the desk opens.',
  factorSetUp: 'Set up a second factor',
  factorScan:
    'Scan this square with your authenticator, or type the secret into it. Then enter the code that it shows.',
  factorSquare: 'Square for your authenticator',
  factorSecret: 'Secret',
  factorConfirm: 'Switch it on',
  factorDrop: 'Give up the second factor',
  recoveryTitle: 'Your recovery codes',
  recoveryHelp:
    'Each signs you in once, when your telephone isn’t at hand. They are shown only now: keep them where you keep other papers.',
  recoveryKept: 'I have kept them',
  recoveryRenew: 'Make new recovery codes',
  passwordTitle: 'Password',
  passwordChange: 'Change the password',
  passwordPresent: 'Your present password',
  passwordChanged: 'Your password is changed, and you are signed out everywhere else.',
  // An administrator looks at an account
  accountTitle: 'How this person signs in',
  accountInvite:
    'Saving mails an invitation: its person chooses a password by a link that counts for seven days.',
  accountStatus: 'Signing in',
  'status-invited': 'Invited, until {until}',
  'status-lapsed': 'Invited, but the link doesn’t count any more',
  'status-open': 'Open',
  'status-closed': 'Closed',
  statusFactor: 'with a second factor',
  statusNoFactor: 'without a second factor',
  actInviteAgain: 'Send the invitation again',
  actRevoke: 'Take the invitation back',
  actDisable: 'Close the account',
  actDisableExplains:
    'Its person is signed out everywhere and can’t sign in any more. Their name stays where they worked. The record keeps your reason.',
  actEnable: 'Open the account again',
  actTakeFactor: 'Take the second factor away',
  actTakeFactorExplains:
    'For a lost telephone. Its person is signed out everywhere, signs in with the password alone, and is told that you did this, and why.',
  actReason: 'Reason',
  actDone: 'Done.',
  actRecord: 'What happened to this account',
} as const

export type AccountWord = keyof typeof accountsEn
export type AccountWords = Record<AccountWord, string>
