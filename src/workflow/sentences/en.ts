import { en as fidelity } from '../../language/fidelity/sentences/en.ts'
import type { Member } from '../refusals.ts'
import type { Substance } from '../situation.ts'
import type { BundleState } from '../states.ts'
import { limits } from '../requirements.ts'
import type { Catalogue } from './catalogue.ts'

const found = (words: string | undefined): string => (words ? ` (“${words}”)` : '')
const list = (words: readonly string[]): string =>
  new Intl.ListFormat('en', { type: 'disjunction' }).format(words)
const all = (words: readonly string[]): string => new Intl.ListFormat('en').format(words)
const moment = (iso: string): string => `${iso.slice(0, 16).replace('T', ' ')} UTC`

const states: Catalogue['states'] = {
  draft: 'a draft',
  'in-review': 'in review',
  approved: 'approved',
  scheduled: 'scheduled',
  published: 'published',
  withdrawn: 'withdrawn',
  archived: 'archived',
}

const substance: Record<Substance, string> = {
  number: 'numbers',
  date: 'dates',
  name: 'names',
  negation: 'a negation',
  quotation: 'a quotation',
}
const bundleStates: Record<BundleState, string> = {
  open: 'open',
  scheduled: 'scheduled',
  published: 'published',
  dissolved: 'dissolved',
}
const named = ({ headline, language }: Pick<Member, 'headline' | 'language'>): string =>
  `“${headline}” (${language})`

const roles: Catalogue['roles'] = {
  editor: 'an editor',
  translator: 'a translator',
  reviewer: 'a reviewer',
  administrator: 'an administrator',
}

const actions: Catalogue['actions'] = {
  submit: 'Submit for review',
  recall: 'Recall',
  return: 'Return',
  approve: 'Approve',
  reopen: 'Reopen',
  schedule: 'Schedule',
  unschedule: 'Unschedule',
  miss: 'Time missed',
  publish: 'Publish',
  'emergency-publish': 'Publish in an emergency',
  confirm: 'Confirm',
  revise: 'Revise',
  'still-right': 'Reviewed, still right',
  withdraw: 'Withdraw',
  retract: 'Retract',
  reinstate: 'Reinstate',
  archive: 'Archive',
  renew: 'Confirm as current',
  waive: 'Waive a warning',
}

const inputs: Catalogue['inputs'] = {
  revision: 'Revision',
  note: 'Note',
  explanation: 'Public explanation',
  at: 'Time of publication',
  change: 'Kind of change',
  publicNote: 'Public note',
  reviewBy: 'To be reviewed again by',
  requirement: 'Warning',
  reason: 'Reason',
}

export const en: Catalogue = {
  actions,
  states,
  roles,
  inputs,
  explains: {
    submit: 'Hands the text to a reviewer. It can’t be changed while it is in review.',
    recall: 'Takes the text back from review, as a draft.',
    return: 'Sends the text back to its author as a draft, with your note.',
    approve: 'Approves exactly this text, to the letter. Any change needs a new approval.',
    reopen: 'Makes the text a draft again. It will need a new approval.',
    schedule: 'Sets the time at which the text is to be published.',
    unschedule: 'Takes back the time of publication. The text stays approved.',
    miss: 'Nothing was published at the set time. The text is approved again, and waits for people.',
    publish: 'Makes the approved text public at once, as a new edition.',
    'emergency-publish':
      'Makes the text public at once, without anybody’s approval. Your reason is recorded, and it stays open on every reviewer’s desk until another person confirms it.',
    confirm: 'You have read what was published in an emergency, and answer for it with your name.',
    revise: 'Opens a new draft of the text. What is public stays as it is.',
    'still-right':
      'Records that you have read what is public and that it is still right, until the day that you name. No word of it changes.',
    withdraw: 'The text stays readable under a dated public notice with your explanation.',
    retract: 'Removes the text from the press room. Its address answers with a short notice.',
    reinstate:
      'Takes the notice of withdrawal away: the text is current again, with your explanation dated beneath it.',
    archive: 'Removes this from the press room and closes its files to the public.',
    renew: 'Confirms that the translation says what its source says now.',
    waive: 'Signs an exception to a warning. It lapses as soon as the text changes.',
  },
  explainsOfTerms: {
    publish: 'From now on texts are checked by this term.',
    revise:
      'Opens a new draft of the term. Texts are checked by the published one until the next is published.',
    archive: 'Takes the term out of use: texts are no longer checked by it.',
  },
  refusals: {
    'unknown-here': ({ action }) => `“${actions[action]}” doesn’t exist here.`,
    'wrong-state': ({ action, state }) =>
      `“${actions[action]}” isn’t possible now: this is ${states[state]}.`,
    'stale-revision': ({ seen, now }) =>
      `This was changed since you opened it (you saw revision ${seen}, it is ${now} now). Look at the changes, then try again.`,
    'wrong-role': ({ roles: wanted }) =>
      `Only ${list(wanted.map((role) => roles[role]))} can do this. Ask one of them.`,
    'not-own': () => 'This is another person’s text. Ask its author or an editor.',
    'language-not-declared': ({ language }) =>
      `You don’t review texts in this language (${language}). Ask a reviewer who does.`,
    'own-work': () =>
      'You changed this text since it was last approved, so another reviewer must approve it.',
    'not-public': () => 'Nothing of this is public, so there is nothing to take back.',
    'changed-since-approval': () =>
      'What would be published is no longer what was approved. Reopen it, submit it and have it approved again.',
    'release-not-live': () => 'The release isn’t public now. Publish the release first.',
    'translation-stale': () =>
      'The release has changed since this translation was made. Reopen the translation, bring it up to date and confirm it as current.',
    'translation-current': () => 'The translation is current already. Nothing needs confirming.',
    'translations-live': ({ languages }) =>
      `The translations in ${all(languages)} are public. Name them too, or leave the languages out to take the whole family.`,
    'language-not-in-family': ({ languages }) =>
      languages.length > 0
        ? `Nothing in ${all(languages)} is public in this family. Name only languages that are.`
        : 'Name at least one language, or leave the languages out to take the whole family.',
    embargoed: ({ until }) => `The embargo ends at ${moment(until)}. Publish it after that.`,
    'input-missing': ({ field }) => `“${inputs[field]}” is empty. Fill it in.`,
    'time-not-ahead': () => 'The time isn’t in the future. Choose a later time.',
    'time-before-embargo': ({ until }) =>
      `The time is before the end of the embargo (${moment(until)}). Choose a later time.`,
    'not-due': ({ at }) =>
      `Its time has not come yet (${moment(at)}). Wait, or take the time back.`,
    'time-after-end': ({ until }) =>
      `The time is after the text is to end by itself (${moment(until)}). Choose an earlier time, or change when it ends.`,
    'nothing-to-review': () =>
      'Nothing says that this text has to be reviewed again. Nothing is left to be done.',
    'not-a-review-day': () =>
      'The day must lie after today, and within a year. Choose another day.',
    'nothing-to-waive': () => 'There is no such warning on this text. Nothing needs waiving.',
    'minor-touches': ({ touches }) =>
      `This touches ${all(touches.map((one) => substance[one]))}, so readers would not be told of something that matters. Give your reason for a minor change, or choose a major one.`,
    requirements: ({ problems }) =>
      problems.length === 1
        ? 'One thing is still to be mended.'
        : `${problems.length} things are still to be mended.`,
    'not-draft': ({ state, next }) =>
      `This is ${states[state]} and can’t be changed.${next ? ` Choose “${actions[next]}” first.` : ''}`,
    'has-translations': () =>
      'This release has translations, so it can’t be deleted. Delete the translations first.',
    'was-published': () =>
      'This was published, so it can’t be deleted. Withdraw, retract or archive it instead.',
    busy: () => 'Somebody is saving this at this moment. Wait a few seconds, then try again.',
    'no-room': () =>
      'Nothing can be saved: the server’s disk is full. Keep your text, and tell whoever runs the server.',
    settled: ({ by, at }) =>
      `${by} settled this already, at ${moment(at)}. Nothing is left to be done.`,
    'nothing-to-take-over': () =>
      'The source has cancelled this, so there is no new text to take over. Decide what becomes of the text here, then dismiss this.',
    'nothing-to-confirm': () =>
      'Nothing here waits for a confirmation. Nothing is left to be done.',
    'own-emergency': () =>
      'You published this in an emergency, or wrote it. Ask another reviewer to confirm it.',
    'only-confirmed': () =>
      'Only confirming the text settles this. Open the text and choose “Confirm”.',
    'not-withdrawn': () =>
      'This isn’t withdrawn, so there is nothing to reinstate. What was removed comes back as a new edition.',
    'note-not-yours': ({ mustFix }) =>
      mustFix
        ? 'This must be fixed, so only whoever wrote the note can resolve it, or a reviewer who hasn’t changed the text. Answer it, and ask one of them.'
        : 'Only whoever wrote the note, those who write the text, and reviewers can resolve it. Answer it, or ask one of them.',
    'note-open': () => 'This note is open already. Nothing needs reopening.',
    'no-draft': ({ state }) =>
      `This is ${states[state]}, so there is no draft to show to anybody. Begin a new one first.`,
    'without-you': () => 'You would shut yourself out. Name yourself too.',
    'links-enough': () =>
      'So many links to this text are open that no more can be made. Take one back that is no longer needed.',
    'bundle-state': ({ state }) =>
      state === 'scheduled'
        ? 'This bundle is scheduled. Take its time back first.'
        : `This isn’t possible now: the bundle is ${bundleStates[state]}. Make another bundle, or take the steps in their order.`,
    'bundle-held': ({ texts }) =>
      texts.length === 0
        ? 'There is no text in this bundle that could go. Make another bundle.'
        : `${texts.length === 1 ? 'A text can’t go' : `${texts.length} texts can’t go`}, so nothing goes: ${all(texts.map(named))}. Mend what is said of each, or make a bundle without them.`,
    'bundle-left': () =>
      'This text was taken out of the bundle: it is not scheduled with it any more. Take the time of the bundle back, and schedule it anew.',
    'passage-gone': ({ quote }) =>
      `The words “${quote}” don’t stand in this text now. Look at the text again, and choose the passage anew.`,
    'passage-unclear': ({ quote }) =>
      `The words “${quote}” stand in this text more than once. Choose a longer passage.`,
  },
  findings: fidelity.findings,
  late: (due) => `Late: it was due at ${moment(due)}.`,
  requirements: {
    'headline-present': () => 'Enter a headline.',
    'headline-length': () => `Shorten the headline to ${limits.headline} characters.`,
    'lead-present': () => 'Enter a lead.',
    'lead-length': () => `Shorten the lead to ${limits.lead} characters.`,
    'body-present': () => 'Write the text.',
    'dateline-present': ({ field }) =>
      field === 'datelineDate'
        ? 'Enter the date of the date line.'
        : 'Enter the place of the date line.',
    'contact-present': () => 'Name at least one contact.',
    'link-public': ({ found: address }) =>
      `Mend the link${found(address)}: it must lead to a public address.`,
    'standing-in-language': ({ found: name }) =>
      `Write the standing paragraph${found(name)} in this language, or take it out.`,
    'no-placeholder': ({ found: words }) => `Fill in the placeholder${found(words)}.`,
    'one-script-per-word': ({ found: word }) =>
      `Retype the word${found(word)}: it mixes Cyrillic letters with letters of another script.`,
    'no-invisible-character': ({ found: name }) => `Remove the invisible character${found(name)}.`,
    'embargo-ahead': () =>
      'Set the embargo to a time that lies ahead, or take it out: as it is, it keeps nothing back.',
    'review-by-present': () =>
      'Enter the day by which the text is to be reviewed again: readers act on it.',
    'review-by-ahead': () => 'Set the review-by date to a day after today, within a year.',
    'ends-ahead': () =>
      'Set the time at which the text ends by itself to one that lies ahead, or take it out.',
    'headline-of-its-own': ({ found: other }) =>
      `Another text that is being worked on is called nearly the same${found(other)}. Make sure that it isn’t this one.`,
    'must-fix-resolved': ({ found: words }) =>
      `Mend what a note says must be fixed${found(words)}, and have the note resolved.`,
    'image-has-alt': ({ found: name }) =>
      `Describe the image${found(name)} in this language: its alternative text must say what it shows.`,
    'image-has-credit': ({ found: name }) => `Enter a credit for the image${found(name)}.`,
    'image-cleared': ({ found: name }) => `Have the image${found(name)} cleared for publication.`,
    'parts-published': ({ found: name }) => `Publish${found(name)} first, or take it out.`,
    'item-named': () => 'Enter a name.',
    'term-forms-agree': ({ found: form }) =>
      `Settle the contradiction${found(form)}: each language once, and no form both right and forbidden.`,
    'term-days-in-order': () => 'The last day lies before the first. Change one of them.',
    'contact-reachable': () => 'Enter a telephone number or an e-mail address.',
    'image-described': () =>
      'Describe the image: an alternative text that says what it shows, not a file name and not the caption again.',
    'image-credited': () => 'Enter a credit.',
    'image-clearance': () => 'Confirm that the image is cleared for publication.',
  },
}
