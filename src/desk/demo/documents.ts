/** The characters of Windows-1252 beyond Latin-1 that these texts use, with their codes. */
const windows: Readonly<Record<string, number>> = { '’': 0x92, '“': 0x93, '”': 0x94, '–': 0x96 }

function pdfString(text: string): string {
  const escaped = text.replace(/[\\()]/g, (character) => `\\${character}`)
  return `(${[...escaped].map((one) => (windows[one] ? `\\${windows[one].toString(8)}` : one)).join('')})`
}

/** Lines of at most `most` characters, broken between words. */
function wrapped(text: string, most: number): string[] {
  const lines: string[] = []
  for (const word of text.split(' ')) {
    const last = lines.at(-1)
    if (last !== undefined && last.length + word.length < most)
      lines[lines.length - 1] += ` ${word}`
    else lines.push(word)
  }
  return lines
}

const font = (name: string): string =>
  `<< /Type /Font /Subtype /Type1 /BaseFont /${name} /Encoding /WinAnsiEncoding >>`

/** A PDF 1.4 of one A4 page: a title and paragraphs in Helvetica, which every reader has. */
export function pdfOf(title: string, paragraphs: readonly string[]): Buffer {
  const lines = paragraphs.flatMap((paragraph) => [...wrapped(paragraph, 88), ''])
  const page = [
    'BT /F2 20 Tf 1 0 0 1 64 756 Tm 26 TL',
    ...wrapped(title, 44).map((line) => `${pdfString(line)} Tj T*`),
    'ET',
    'BT /F1 11 Tf 1 0 0 1 64 690 Tm 16 TL',
    ...lines.map((line) => (line === '' ? '0 -8 Td' : `${pdfString(line)} Tj T*`)),
    'ET',
  ].join('\n')
  const objects = [
    '<< /Type /Catalog /Pages 2 0 R /Lang (en) /ViewerPreferences << /DisplayDocTitle true >> >>',
    '<< /Type /Pages /Kids [3 0 R] /Count 1 >>',
    '<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R /Resources << /Font << /F1 5 0 R /F2 6 0 R >> >> >>',
    `<< /Length ${Buffer.byteLength(page, 'latin1')} >>\nstream\n${page}\nendstream`,
    font('Helvetica'),
    font('Helvetica-Bold'),
    `<< /Title ${pdfString(title)} /Author (Embassy of the Republic of Talvania in Norway) >>`,
  ]
  let file = '%PDF-1.4\n%\xe2\xe3\xcf\xd3\n'
  const offsets = objects.map((object, index) => {
    const at = Buffer.byteLength(file, 'latin1')
    file += `${index + 1} 0 obj\n${object}\nendobj\n`
    return at
  })
  const start = Buffer.byteLength(file, 'latin1')
  const table = offsets.map((at) => `${String(at).padStart(10, '0')} 00000 n \n`).join('')
  file += `xref\n0 ${objects.length + 1}\n0000000000 65535 f \n${table}trailer\n<< /Size ${objects.length + 1} /Root 1 0 R /Info 7 0 R >>\nstartxref\n${start}\n%%EOF\n`
  return Buffer.from(file, 'latin1')
}

/** Files that accompany releases. */
export const documents = {
  facts: {
    name: 'fact-sheet-electric-ferries.pdf',
    texts: [
      { language: 'en', title: 'Fact sheet: electric ferries on Talvania’s lakes' },
      { language: 'nb', title: 'Faktaark: elektriske ferger på Talvanias innsjøer (på engelsk)' },
      {
        language: 'kk',
        title: 'Ақпарат парағы: Талвания көлдеріндегі электр паромдар (ағылшын тілінде)',
      },
      {
        language: 'ru',
        title: 'Справка: электрические паромы на озёрах Талвании (на английском языке)',
      },
    ],
    make: () =>
      pdfOf('Fact sheet: electric ferries on Talvania’s lakes', [
        'Talvania has four large lakes: Ossa, Merin, Tauvel and Little Sarel. In summer they carry one journey in nine in the country; in many villages the ferry is the only public transport.',
        'Today 17 diesel ferries serve nine piers. Their average age is 38 years. Twelve battery-electric ferries will replace them; each carries 180 passengers and 24 bicycles and sails 45 kilometres on one charge.',
        'A full charge takes 35 minutes at the pier. The electricity comes from wind farms on the Sarel steppe, so that the ferries save some 31,000 tonnes of carbon dioxide each year.',
        'The programme costs 86 million euros: 54 million from the state budget of Talvania and 32 million as a loan on favourable terms. The shipyard in Meridal builds the hulls; the Nordlys Maritime Centre in Bergen designs and tests them.',
        'Questions: trade@talvania.example, +47 00 00 00 03. This sheet belongs to a demonstration; the country, the lakes and the ferries are invented.',
      ]),
  },
  speech: {
    name: 'speech-small-states-and-the-sea.pdf',
    texts: [
      {
        language: 'en',
        title: 'Speech: Small states and the sea they do not have (check against delivery)',
      },
      { language: 'nb', title: 'Tale: Små stater og havet de ikke har (på engelsk)' },
      { language: 'kk', title: 'Сөз: Шағын мемлекеттер және өзінде жоқ теңіз (ағылшын тілінде)' },
      {
        language: 'ru',
        title: 'Речь: Малые государства и море, которого у них нет (на английском языке)',
      },
    ],
    make: () =>
      pdfOf('Small states and the sea they do not have', [
        'Rector, students, dear friends. I come from a country without a coast. People here tell me so with some pity, as one speaks of a house without windows.',
        'But whoever has no sea learns early that every road to the world leads through a neighbour’s garden. We learned to ask, to agree and to keep what was agreed. That is what foreign policy is, for a small state: not the art of the possible but the craft of the reliable.',
        'The law of the sea gives landlocked states a right of access. Rights on paper need timetables, rails and customs officers with good will. Norway knows this from the other side: its ports live from those who come.',
        'I ask you, as the lawyers and engineers of tomorrow, to think of borders as places where things are done well, or badly, by people with names. Thank you.',
        'Check against delivery. This speech belongs to a demonstration; the speaker and the country are invented.',
      ]),
  },
}

export type DocumentKey = keyof typeof documents
