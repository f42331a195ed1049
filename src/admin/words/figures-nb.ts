import type { FiguresWords } from './figures-en.ts'

/** The same in Norwegian. */
export const figuresNb: FiguresWords = {
  figures: 'Tall',
  figuresExplain:
    'Hvor ofte publiserte tekster og filer ble sett og lastet ned, talt på serveren uten informasjonskapsler. Ingenting om leseren blir lagret: ingen adresse, ingen enhet, ingen vei gjennom presserommet. Programmer som sier hva de er, telles ikke. En administrator kan slå av tellingen under «Utenriksstasjon».',
  figuresOff: 'Tellingen er slått av. Det som ble talt før, vises.',
  figuresNone: 'Ingenting ble talt disse dagene.',
  figuresDays: 'Siste {count} dager',
  figuresFile: 'Lagre som CSV',
  figuresViews: 'Visninger',
  figuresDownloads: 'Nedlastinger',
  figuresFeeds: 'Nyhetsstrømmer',
  figuresFetches: 'Hentet',
  figuresSites: 'Nettsteder som ledet hit',
  figuresText: 'Tekst eller fil',
  figuresEdition: 'Utgave',
  figuresChart: 'Visninger per dag; høyest {count} den {day}',
  figuresDay: 'Dag',
  figuresByDay: 'Dag for dag',
  figuresLanguages: 'Språk',
  figuresLanguagesExplain:
    'Av meldingene som først ble publisert i disse dagene og er ute: hvor mange som kan leses på hvert språk, hvor lang tid oversettelsene tok, og hvor mange advarsler noen har signert for. Det som henger etter, telles blant alle oversettelser som er ute.',
  figuresLanguage: 'Språk',
  figuresReadable: 'Kan leses',
  figuresMedian: 'Halvparten tok høyst',
  figuresUpper: 'Tre firedeler',
  figuresStale: 'Henger etter',
  figuresWaived: 'Signerte advarsler',
  countsReaders: 'Tell visninger og nedlastinger',
  countsReadersHelp: 'Summer per tekst og dag, uten informasjonskapsler og uten noe om leseren.',
}
