import { fileURLToPath } from 'node:url'
import path from 'node:path'
import { sqliteAdapter } from '@payloadcms/db-sqlite'
import { lexicalEditor } from '@payloadcms/richtext-lexical'
import { buildConfig, type CollectionConfig, type SanitizedConfig } from 'payload'
import sharp from 'sharp'
import { bundles } from '../collections/bundles.ts'
import { accountActsLog } from '../collections/account-acts.ts'
import { attempts } from '../collections/attempts.ts'
import { calendarFeeds } from '../collections/calendar-feeds.ts'
import { contacts } from '../collections/contacts.ts'
import { counters } from '../collections/counters.ts'
import { credentials } from '../collections/credentials.ts'
import { documents } from '../collections/documents.ts'
import { editions } from '../collections/editions.ts'
import { entries } from '../collections/entries.ts'
import { events } from '../collections/events.ts'
import { images } from '../collections/images.ts'
import { memoryFiles } from '../collections/memory-files.ts'
import { mission } from '../collections/mission.ts'
import { notes } from '../collections/notes.ts'
import { openItems } from '../collections/open-items.ts'
import { previewLinks } from '../collections/preview-links.ts'
import { proposals } from '../collections/proposals.ts'
import { outbox } from '../collections/outbox.ts'
import { presences } from '../collections/presences.ts'
import { releases } from '../collections/releases.ts'
import { replies } from '../collections/replies.ts'
import { restrictions } from '../collections/restrictions.ts'
import { savedSearches } from '../collections/saved-searches.ts'
import { sessions } from '../collections/sessions.ts'
import { standingParagraphs } from '../collections/standing-paragraphs.ts'
import { tallies } from '../collections/tallies.ts'
import { templates } from '../collections/templates.ts'
import { terms } from '../collections/terms.ts'
import { textsAsOf } from '../collections/texts-as-of.ts'
import { topics } from '../collections/topics.ts'
import { translations } from '../collections/translations.ts'
import { users } from '../collections/users.ts'
import { payloadLanguages } from './admin/words/payload-languages.ts'
import { guardedAdapter } from './database/guarded.ts'
import { indexValuesByRow } from './database/indexes.ts'
import { migrations } from './database/migrations/index.ts'
import { type Migration, openingAdapter } from './database/opening.ts'
import { boundedLists, orderedByOwnFields } from './desk/bounds.ts'
import { outboxMail } from './desk/outbox/adapter.ts'
import { ownEndpoints } from './desk/own-endpoints.ts'
import { hideUnknown } from './desk/hiding.ts'
import { plainWrites, tellBrokenForm } from './desk/plain-writes.ts'
import { tellFactorFirst, tellMissing } from './desk/refused.ts'
import { onlyOwnNames, shutInternals } from './desk/shut.ts'
import { soundParts } from './desk/sound-parts.ts'
import { memoryEndpoints } from './exchange/memory/endpoints.ts'
import { freeBytes, keepReserve, keepReserveOfGlobal, tellFullDisk } from './desk/storage.ts'

export interface Options {
  /** `file:…`, `:memory:` or `mongodb://…`. */
  databaseUri: string
  /** At least 32 characters. */
  secret: string
  /** Absolute origin under which the installation is reached, without a slash at its end. */
  serverUrl: string
  /** Absolute path of the folder for uploaded and published files. */
  mediaDir: string
  /** Absolute path of the search's index; left out: beside `mediaDir`. */
  searchFile?: string
  /** Makes the tables from the schema instead of by migrations: for tests and `npm run dev`. */
  push?: boolean
  /** The desk's clock. */
  now?: () => Date
  /** Bytes that are free where texts and files are kept; left out: those of the disks. */
  room?: () => Promise<number>
  logger?: 'silent' | 'info'
}

const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '..')

async function database({ databaseUri, push = false }: Options) {
  if (/^mongodb(\+srv)?:/.test(databaseUri)) {
    // Half a second of every start that most installations have no use for.
    const { mongooseAdapter } = await import('@payloadcms/db-mongodb')
    return mongooseAdapter({
      url: databaseUri,
      // No transactions on either database: one order of writes that is right on both (decision 3).
      transactionOptions: false,
      ensureIndexes: true,
      // An address may say otherwise; what is given here would win over it.
      ...(/serverSelectionTimeoutMS/i.test(databaseUri)
        ? {}
        : { connectOptions: { serverSelectionTimeoutMS: 10_000 } }),
    })
  }
  return sqliteAdapter({
    client: { url: databaseUri },
    idType: 'uuid',
    push,
    ...(databaseUri.startsWith('file:') ? { wal: { synchronous: 'FULL' as const } } : {}),
    // A command line tool may write to the same file.
    busyTimeout: 5000,
    migrationDir: path.join(root, 'src/database/migrations'),
    afterSchemaInit: [indexValuesByRow],
  })
}

/** The folders of the texts, where they lie in a file, and of the files. */
function placesOf({ databaseUri, mediaDir }: Options): string[] {
  const [, file] = /^file:([^?]+)/.exec(databaseUri) ?? []
  return [mediaDir, ...(file ? [path.dirname(file)] : [])]
}

/** What holds for every collection. */
function bounded(collections: CollectionConfig[]): CollectionConfig[] {
  return collections.map((collection) => ({
    ...collection,
    // Payload adds its own routes to the very list that it is given.
    ...(collection.endpoints ? { endpoints: [...collection.endpoints] } : {}),
    hooks: {
      ...collection.hooks,
      beforeOperation: [
        plainWrites,
        keepReserve,
        ...(collection.hooks?.beforeOperation ?? []),
        boundedLists,
        orderedByOwnFields,
      ],
      beforeChange: [...(collection.hooks?.beforeChange ?? []), soundParts],
    },
  }))
}

/** The whole of Payload's configuration. Everything that differs between installations and tests is an option. */
export async function makeConfig(options: Options): Promise<SanitizedConfig> {
  const config = await buildConfig({
    secret: options.secret,
    serverURL: options.serverUrl,
    telemetry: false,
    email: outboxMail,
    db: openingAdapter(
      guardedAdapter((await database(options)) as never),
      migrations as readonly Migration[],
    ) as never,
    editor: lexicalEditor(),
    sharp,
    collections: bounded([
      releases,
      translations,
      contacts,
      images(options.mediaDir),
      documents(options.mediaDir),
      terms,
      topics,
      templates,
      standingParagraphs,
      bundles,
      openItems,
      notes,
      replies,
      textsAsOf,
      previewLinks,
      proposals,
      restrictions,
      savedSearches,
      memoryFiles,
      editions,
      entries,
      events,
      counters,
      tallies,
      calendarFeeds,
      presences,
      outbox,
      credentials,
      sessions,
      attempts,
      accountActsLog,
      users(options.serverUrl.startsWith('https:')),
    ]),
    globals: [{ ...mission, hooks: { ...mission.hooks, beforeOperation: [keepReserveOfGlobal] } }],
    hooks: { afterError: [tellFullDisk, tellBrokenForm, tellMissing, tellFactorFirst] },
    onInit: onlyOwnNames,
    endpoints: [...ownEndpoints, ...memoryEndpoints],
    graphQL: { disable: true },
    defaultDepth: 0,
    maxDepth: 2,
    cors: [options.serverUrl],
    csrf: [options.serverUrl],
    cookiePrefix: 'communique',
    jobs: { access: { run: () => false, queue: () => false, cancel: () => false }, tasks: [] },
    upload: { limits: { fileSize: 50_000_000 }, abortOnLimit: true },
    i18n: payloadLanguages,
    admin: {
      user: 'users',
      avatar: 'default',
      dateFormat: 'd MMM yyyy, HH:mm',
      components: {
        graphics: { Logo: '/src/admin/logo.tsx#Logo', Icon: '/src/admin/logo.tsx#Icon' },
        providers: [
          '/src/admin/kazakh-dates.tsx#KazakhDates',
          '/src/admin/writing/forget-kept.tsx#ForgetKept',
        ],
        // Payload's own form is gone with its own way to sign in.
        beforeLogin: ['/src/admin/sign-in.tsx#SignIn'],
        beforeNavLinks: ['/src/admin/nav-links.tsx#NavLinks'],
        views: {
          dashboard: { Component: '/src/admin/my-desk.tsx#MyDesk' },
          calendar: {
            Component: '/src/admin/calendar.tsx#Calendar',
            path: '/calendar',
            exact: true,
          },
          search: {
            Component: '/src/admin/search.tsx#Search',
            path: '/search',
            exact: true,
          },
          figures: {
            Component: '/src/admin/figures.tsx#Figures',
            path: '/figures',
            exact: true,
          },
          start: {
            Component: '/src/admin/start.tsx#Start',
            path: '/start',
            exact: true,
          },
          languages: {
            Component: '/src/admin/matrix.tsx#LanguageMatrix',
            path: '/languages',
            exact: true,
          },
          forbiddenForms: {
            Component: '/src/admin/forbidden-forms.tsx#ForbiddenForms',
            path: '/forbidden-forms',
            exact: true,
          },
          restricted: {
            Component: '/src/admin/restricted-texts.tsx#RestrictedTexts',
            path: '/restricted',
            exact: true,
          },
          choosePassword: {
            Component: '/src/admin/choose-password.tsx#ChoosePassword',
            path: '/choose-password',
            exact: true,
          },
          signingIn: {
            Component: '/src/admin/signing-in.tsx#SigningIn',
            path: '/signing-in',
            exact: true,
          },
        },
      },
      importMap: { baseDir: root, autoGenerate: false },
      meta: { titleSuffix: ' · Communiqué', robots: 'noindex, nofollow' },
    },
    typescript: { outputFile: path.join(root, 'payload-types.ts'), autoGenerate: false },
    ...(options.logger === 'silent' ? { logger: { options: { level: 'silent' } } } : {}),
    custom: {
      mediaDir: options.mediaDir,
      searchFile: options.searchFile ?? path.join(options.mediaDir, '../search.db'),
      room: options.room ?? (() => freeBytes(placesOf(options))),
      ...(options.now ? { now: options.now } : {}),
    },
  })
  return hideUnknown(shutInternals(config))
}
