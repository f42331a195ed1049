import {
  BlocksFeature,
  BoldFeature,
  FixedToolbarFeature,
  HeadingFeature,
  InlineToolbarFeature,
  ItalicFeature,
  lexicalEditor,
  LinkFeature,
  OrderedListFeature,
  ParagraphFeature,
  UnorderedListFeature,
} from '@payloadcms/richtext-lexical'
import type { RichTextField } from 'payload'
import { label } from '../../src/admin/words/label.ts'

/** The body of a text: just what the press room can show, so that nothing is lost on the way there. */
export function bodyField(): RichTextField {
  return {
    name: 'body',
    type: 'richText',
    label: label('body'),
    editor: lexicalEditor({
      features: [
        ParagraphFeature(),
        HeadingFeature({ enabledHeadingSizes: ['h2', 'h3'] }),
        BoldFeature(),
        ItalicFeature(),
        UnorderedListFeature(),
        OrderedListFeature(),
        LinkFeature({ enabledCollections: [] }),
        BlocksFeature({
          blocks: [
            {
              slug: 'quotation',
              labels: { singular: label('quotation'), plural: label('quotation') },
              fields: [
                { name: 'text', type: 'textarea', label: label('quotationText'), required: true },
                { name: 'speaker', type: 'text', label: label('speaker') },
              ],
            },
            {
              slug: 'picture',
              labels: { singular: label('image'), plural: label('images') },
              fields: [
                {
                  name: 'image',
                  type: 'relationship',
                  relationTo: 'images',
                  label: label('image'),
                  required: true,
                },
              ],
            },
          ],
        }),
        FixedToolbarFeature(),
        InlineToolbarFeature(),
      ],
    }),
  }
}
