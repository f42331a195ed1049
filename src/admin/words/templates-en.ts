/** The words about templates and standing paragraphs, in English; the other languages hold the same keys. */
export const templatesEn = {
  template: 'Template',
  templates: 'Templates',
  templateHelp:
    'Put what has to be filled in each time in double braces, as in “{{number}} places”: a text can’t be submitted before all of it is gone.',
  templateArchived: 'Archived: not offered any more',
  boilerplate: 'Standing paragraphs',
  standingParagraph: 'Standing paragraph',
  standingHelp: 'An empty line begins a new paragraph.',
  standingAtEnd:
    'They come after the text, in its language, as they stand when it is approved. Other words end the approval.',
  startedFromRelease: 'Begun with the words of “{name}”.',
  startedFromTemplate: 'Begun with the template “{name}”.',
  startedFromItem: 'Begun with what came from {name}.',
  startRestricted:
    'This text is restricted to named people, and what is made of it would be open to the whole desk. Begin an empty one, and restrict that.',
  startArchived: 'This template is archived. Choose another one.',
  startTitle: 'Begin with a template',
  startExplains:
    'A new draft with the words of a template. Begin with an earlier release from that release itself, under “Other actions”.',
  startNone:
    'There are no templates yet. Make one of a good text, under “Other actions” there, or write one.',
  startDo: 'Begin',
  startThis: 'Begin a new release with this',
  startThisExplains:
    'Makes a new draft with these words, pictures and contacts, without times, embargo and notes.',
  makeTemplate: 'Make a template of this',
  makeTemplateExplains:
    'Keeps these words for later releases. Mark there what has to be filled in each time.',
  templateName: 'Name of the template',
  startItem: 'Begin a new release with it',
  newTemplate: 'Write a template',
}

export type TemplateWords = Record<keyof typeof templatesEn, string>
