/** The words about the preview and the links for outsiders, in English; the other languages hold the same keys. */
export const linksEn = {
  previewExplains:
    'The public page as it would be with what is saved now. What you are typing is in it after you save.',
  previewWidth: 'Width',
  previewDesktop: 'Desktop',
  previewPhone: 'Phone',
  previewAlone: 'Open the page by itself',
  previewFrame: 'Preview of the public page',
  links: 'Links for outsiders',
  linksExplain:
    'An expert without an account can read this draft through a secret link, and remark on it. Each link is for one person, ends by itself, and can be taken back.',
  linksNone: 'Nobody outside can see this draft.',
  linkMake: 'Make a link',
  linkMakeTitle: 'Make a link for an outsider',
  linkMakeExplains:
    'Whoever has the link sees the present draft and its files, also after changes, and can write remarks that arrive here as notes. The timeline tells when it is opened.',
  linkAddress: 'Address',
  linkOnce: 'Copy it now and send it to {name}. It is not shown again.',
  linkRecipient: 'For whom',
  linkRecipientHelp: 'Name and office. It stands on the page and beside every remark.',
  linkDays: 'Open for',
  linkState: 'State',
  linkUntil: 'Open until',
  linkOpened: 'Last opened',
  linkNever: 'Not yet',
  linkMadeBy: 'Made by',
  linkRevoke: 'Take back',
  linkRevokeOf: 'Take back the link for {name}',
  linkRevoked: 'The link for {name} is taken back. It opens nothing any more.',
  'link-open': 'Open',
  'link-revoked': 'Taken back by {name}',
  'link-expired': 'Its time is over',
  'link-restricted': 'Shut: whoever made it may not know of this text',
  'link-ended': 'Ended: the draft that it was made for is no draft any more',
  linkGuest: '{name} (by link)',
  'what-make-link': 'Link for an outsider made',
  'what-open-link': 'Link opened',
  'what-revoke-link': 'Link taken back',
}

export type LinkWords = Record<keyof typeof linksEn, string>
