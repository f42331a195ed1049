import { toLexical } from '../../src/desk/lexical.ts'

/** The text that is opened, in so many versions; thirty paragraphs. */
export function longText(version: number) {
  return {
    language: 'en',
    kind: 'press-release',
    headline: 'The bridge at Talvik opens',
    lead: `It opens on Friday, says version ${version}.`,
    datelinePlace: 'Talvik',
    body: toLexical(
      Array.from({ length: 30 }, (_, index) => ({
        type: 'paragraph',
        children: [
          {
            type: 'text',
            text: `Paragraph ${index} of version ${version}: the ferries to the islands run every hour until the bridge is open to all.`,
          },
        ],
      })),
    ),
  }
}
