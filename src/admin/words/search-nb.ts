import type { SearchWords } from './search-en.ts'

/** Ordene i søket, på bokmål. */
export const searchNb: SearchWords = {
  search: 'Søk',
  searchWords: 'Ord eller tall',
  searchHelp:
    'I titler, tekster, kommentarer og tidslinjer. Begynnelsen av et ord er nok, og bokstaver kan skrives enkelt: tromso finner Tromsø.',
  searchState: 'Tilstand',
  searchAny: 'alle',
  searchPerson: 'Person',
  searchTopic: 'Tema',
  searchFrom: 'Endret fra',
  searchTo: 'Endret til',
  searchDo: 'Søk',
  searchCount: '{count} funnet',
  searchMore: 'Mer enn {count} funnet; si mer for å finne færre.',
  searchBuilding: 'Søket bygges fortsatt opp, så ikke alt finnes ennå. Prøv igjen om et minutt.',
  searchNone: 'Ingenting ble funnet. Prøv færre eller kortere ord.',
  searchCsv: 'Lagre som CSV',
  searchKeep: 'Ta vare på dette søket',
  searchName: 'Navn på søket',
  searchKept: 'Dine søk',
  searchForget: 'Fjern søket {name}',
  searchesFull: 'Du har allerede {most} søk. Fjern ett først.',
  searchPage: 'Side {page} av {pages}',
  searchNext: 'Neste side',
  searchBack: 'Forrige side',
  'source-text': 'Tekst',
  'source-note': 'Kommentar',
  'source-reply': 'Svar på en kommentar',
  'source-event': 'Tidslinje',
}
