/** The words about restricted texts, in English; the other languages hold the same keys. */
export const restrictedEn = {
  whoSees: 'Who sees it',
  restricted: 'Restricted',
  restrictedTo: 'Restricted: only {names} may know of this text.',
  seesEverybody: 'Everybody at the desk sees this release and its translations.',
  restrictedSince: 'Restricted by {name}, {at}.',
  restrictExplains:
    'Name the people who may know of it. For everybody else the release is not there, nor are its translations, unpublished files, notes, versions, timeline and mails. What is published stays public.',
  restrictPeople: 'People who may know of it',
  restrictYou: 'you',
  restrictDo: 'Restrict to these people',
  restrictChange: 'Save who sees it',
  restrictDone: 'Only those named see this text now.',
  restrictNoReviewer: 'None of them is a reviewer: nobody could approve it.',
  liftDo: 'Show it to everybody again',
  liftExplains:
    'Everybody at the desk sees the release, its translations and its timeline again. Those who were named are told by mail.',
  liftReason: 'Reason',
  liftDone: 'Everybody at the desk sees this text again.',
  restrictNobody: 'One of these people has no open account here. Choose again.',
  restrictedAdministrators:
    'Only an administrator sees which texts are restricted. Ask one of them.',
  restrictedTexts: 'Restricted texts',
  restrictedExplain:
    'You see that there is a restricted text and who may know of it, and nothing of what it says. You can lift a restriction with a reason, for everybody at once: those named are told by mail, and the timeline keeps it.',
  restrictedNone: 'No text is restricted from you or others.',
  restrictedText: 'Text {id}',
  restrictedLift: 'Lift the restriction',
  'what-restrict': 'Restricted to named people',
  'what-lift': 'Restriction lifted',
  'owed-lift': 'Restriction lifted',
  'mailSubject-lift': 'Restriction lifted: {headline}',
  'mail-lift':
    '{actor} lifted the restriction of this text ({at}). Everybody at the desk sees it now.',
}

export type RestrictionWords = Record<keyof typeof restrictedEn, string>
