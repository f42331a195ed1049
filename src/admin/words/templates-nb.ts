import type { TemplateWords } from './templates-en.ts'

/** Ordene om maler og faste avsnitt, på bokmål. */
export const templatesNb: TemplateWords = {
  template: 'Mal',
  templates: 'Maler',
  templateHelp:
    'Sett det som må fylles ut hver gang, i doble klammer, som i «{{antall}} plasser»: en tekst kan ikke sendes til godkjenning før alt slikt er borte.',
  templateArchived: 'Arkivert: tilbys ikke lenger',
  boilerplate: 'Faste avsnitt',
  standingParagraph: 'Fast avsnitt',
  standingHelp: 'En tom linje begynner et nytt avsnitt.',
  standingAtEnd:
    'De kommer etter teksten, på dens språk, slik de er når den godkjennes. Andre ord opphever godkjenningen.',
  startedFromRelease: 'Begynt med ordene i «{name}».',
  startedFromTemplate: 'Begynt med malen «{name}».',
  startedFromItem: 'Begynt med det som kom fra {name}.',
  startRestricted:
    'Denne teksten er begrenset til utvalgte personer, og det som lages av den, ville vært åpent for hele desken. Begynn en tom tekst og begrens den.',
  startArchived: 'Denne malen er arkivert. Velg en annen.',
  startTitle: 'Begynn med en mal',
  startExplains:
    'Et nytt utkast med ordene i en mal. Vil du begynne med en tidligere pressemelding, gjør du det der, under «Andre handlinger».',
  startNone:
    'Det finnes ingen maler ennå. Lag en av en god tekst, under «Andre handlinger» der, eller skriv en.',
  startDo: 'Begynn',
  startThis: 'Begynn en ny pressemelding med denne',
  startThisExplains:
    'Lager et nytt utkast med disse ordene, bildene og kontaktene, uten tider, sperrefrist og kommentarer.',
  makeTemplate: 'Lag en mal av denne',
  makeTemplateExplains:
    'Tar vare på disse ordene til senere pressemeldinger. Merk der hva som må fylles ut hver gang.',
  templateName: 'Navn på malen',
  startItem: 'Begynn en ny pressemelding med det',
  newTemplate: 'Skriv en mal',
}
