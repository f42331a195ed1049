import { type MigrateDownArgs, type MigrateUpArgs, sql } from '@payloadcms/db-sqlite'

export async function up({ db, payload, req }: MigrateUpArgs): Promise<void> {
  await db.run(sql`CREATE TABLE \`notes\` (
  	\`id\` text PRIMARY KEY NOT NULL,
  	\`subject\` text NOT NULL,
  	\`of\` text NOT NULL,
  	\`family\` text NOT NULL,
  	\`field\` text,
  	\`anchor\` text,
  	\`as_of\` text NOT NULL,
  	\`words\` text NOT NULL,
  	\`must_fix\` integer DEFAULT false,
  	\`author\` text NOT NULL,
  	\`author_name\` text,
  	\`written_at\` text NOT NULL,
  	\`revision\` numeric NOT NULL,
  	\`steps\` numeric NOT NULL,
  	\`resolved_by\` text,
  	\`resolved_by_name\` text,
  	\`resolved_at\` text,
  	\`updated_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	\`created_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL
  );
  `)
  await db.run(sql`CREATE INDEX \`notes_subject_idx\` ON \`notes\` (\`subject\`);`)
  await db.run(sql`CREATE INDEX \`notes_family_idx\` ON \`notes\` (\`family\`);`)
  await db.run(sql`CREATE INDEX \`notes_author_idx\` ON \`notes\` (\`author\`);`)
  await db.run(sql`CREATE INDEX \`notes_updated_at_idx\` ON \`notes\` (\`updated_at\`);`)
  await db.run(sql`CREATE INDEX \`notes_created_at_idx\` ON \`notes\` (\`created_at\`);`)
  await db.run(sql`CREATE TABLE \`replies\` (
  	\`id\` text PRIMARY KEY NOT NULL,
  	\`note\` text NOT NULL,
  	\`subject\` text NOT NULL,
  	\`words\` text NOT NULL,
  	\`author\` text NOT NULL,
  	\`author_name\` text,
  	\`written_at\` text NOT NULL,
  	\`step\` numeric NOT NULL,
  	\`updated_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	\`created_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL
  );
  `)
  await db.run(sql`CREATE INDEX \`replies_note_idx\` ON \`replies\` (\`note\`);`)
  await db.run(sql`CREATE INDEX \`replies_subject_idx\` ON \`replies\` (\`subject\`);`)
  await db.run(sql`CREATE INDEX \`replies_updated_at_idx\` ON \`replies\` (\`updated_at\`);`)
  await db.run(sql`CREATE INDEX \`replies_created_at_idx\` ON \`replies\` (\`created_at\`);`)
  await db.run(sql`CREATE TABLE \`texts_as_of\` (
  	\`id\` text(36) PRIMARY KEY NOT NULL,
  	\`subject\` text NOT NULL,
  	\`fingerprint\` text NOT NULL,
  	\`content\` text NOT NULL,
  	\`key\` text NOT NULL,
  	\`updated_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	\`created_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL
  );
  `)
  await db.run(sql`CREATE INDEX \`texts_as_of_subject_idx\` ON \`texts_as_of\` (\`subject\`);`)
  await db.run(sql`CREATE UNIQUE INDEX \`texts_as_of_key_idx\` ON \`texts_as_of\` (\`key\`);`)
  await db.run(sql`CREATE INDEX \`texts_as_of_updated_at_idx\` ON \`texts_as_of\` (\`updated_at\`);`)
  await db.run(sql`CREATE INDEX \`texts_as_of_created_at_idx\` ON \`texts_as_of\` (\`created_at\`);`)
  await db.run(sql`CREATE TABLE \`calendar_feeds\` (
  	\`id\` text(36) PRIMARY KEY NOT NULL,
  	\`person\` text NOT NULL,
  	\`secret_hash\` text NOT NULL,
  	\`headlines\` integer DEFAULT false NOT NULL,
  	\`language\` text NOT NULL,
  	\`made_at\` text NOT NULL,
  	\`updated_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	\`created_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL
  );
  `)
  await db.run(sql`CREATE UNIQUE INDEX \`calendar_feeds_person_idx\` ON \`calendar_feeds\` (\`person\`);`)
  await db.run(sql`CREATE UNIQUE INDEX \`calendar_feeds_secret_hash_idx\` ON \`calendar_feeds\` (\`secret_hash\`);`)
  await db.run(sql`CREATE INDEX \`calendar_feeds_updated_at_idx\` ON \`calendar_feeds\` (\`updated_at\`);`)
  await db.run(sql`CREATE INDEX \`calendar_feeds_created_at_idx\` ON \`calendar_feeds\` (\`created_at\`);`)
  await db.run(sql`ALTER TABLE \`releases\` ADD \`held_by\` text;`)
  await db.run(sql`ALTER TABLE \`releases\` ADD \`emergency\` text;`)
  await db.run(sql`CREATE INDEX \`releases_embargo_idx\` ON \`releases\` (\`embargo\`);`)
  await db.run(sql`CREATE INDEX \`heldBy_state_updatedAt_idx\` ON \`releases\` (\`held_by\`,\`state\`,\`updated_at\`);`)
  await db.run(sql`CREATE INDEX \`submittedBy_state_idx\` ON \`releases\` (\`submitted_by\`,\`state\`);`)
  await db.run(sql`ALTER TABLE \`_releases_v\` ADD \`version_held_by\` text;`)
  await db.run(sql`ALTER TABLE \`_releases_v\` ADD \`version_emergency\` text;`)
  await db.run(sql`CREATE INDEX \`_releases_v_version_version_embargo_idx\` ON \`_releases_v\` (\`version_embargo\`);`)
  await db.run(sql`CREATE INDEX \`version_heldBy_version_state_version_updatedAt_idx\` ON \`_releases_v\` (\`version_held_by\`,\`version_state\`,\`version_updated_at\`);`)
  await db.run(sql`CREATE INDEX \`version_submittedBy_version_state_idx\` ON \`_releases_v\` (\`version_submitted_by\`,\`version_state\`);`)
  await db.run(sql`ALTER TABLE \`translations\` ADD \`held_by\` text;`)
  await db.run(sql`ALTER TABLE \`translations\` ADD \`emergency\` text;`)
  await db.run(sql`CREATE INDEX \`translator_state_updatedAt_idx\` ON \`translations\` (\`translator_id\`,\`state\`,\`updated_at\`);`)
  await db.run(sql`CREATE INDEX \`heldBy_state_updatedAt_1_idx\` ON \`translations\` (\`held_by\`,\`state\`,\`updated_at\`);`)
  await db.run(sql`CREATE INDEX \`submittedBy_state_1_idx\` ON \`translations\` (\`submitted_by\`,\`state\`);`)
  await db.run(sql`ALTER TABLE \`_translations_v\` ADD \`version_held_by\` text;`)
  await db.run(sql`ALTER TABLE \`_translations_v\` ADD \`version_emergency\` text;`)
  await db.run(sql`CREATE INDEX \`version_translator_version_state_version_updatedAt_idx\` ON \`_translations_v\` (\`version_translator_id\`,\`version_state\`,\`version_updated_at\`);`)
  await db.run(sql`CREATE INDEX \`version_heldBy_version_state_version_updatedAt_1_idx\` ON \`_translations_v\` (\`version_held_by\`,\`version_state\`,\`version_updated_at\`);`)
  await db.run(sql`CREATE INDEX \`version_submittedBy_version_state_1_idx\` ON \`_translations_v\` (\`version_submitted_by\`,\`version_state\`);`)
  await db.run(sql`ALTER TABLE \`contacts\` ADD \`held_by\` text;`)
  await db.run(sql`ALTER TABLE \`contacts\` ADD \`emergency\` text;`)
  await db.run(sql`ALTER TABLE \`_contacts_v\` ADD \`version_held_by\` text;`)
  await db.run(sql`ALTER TABLE \`_contacts_v\` ADD \`version_emergency\` text;`)
  await db.run(sql`ALTER TABLE \`images\` ADD \`held_by\` text;`)
  await db.run(sql`ALTER TABLE \`images\` ADD \`emergency\` text;`)
  await db.run(sql`ALTER TABLE \`_images_v\` ADD \`version_held_by\` text;`)
  await db.run(sql`ALTER TABLE \`_images_v\` ADD \`version_emergency\` text;`)
  await db.run(sql`ALTER TABLE \`documents\` ADD \`held_by\` text;`)
  await db.run(sql`ALTER TABLE \`documents\` ADD \`emergency\` text;`)
  await db.run(sql`ALTER TABLE \`_documents_v\` ADD \`version_held_by\` text;`)
  await db.run(sql`ALTER TABLE \`_documents_v\` ADD \`version_emergency\` text;`)
  // Texts from before the column lie with whoever began them, until somebody changes them.
  for (const table of ['releases', 'translations'])
    await db.run(sql.raw(`UPDATE \`${table}\` SET \`held_by\` = \`created_by\`;`))
  await db.run(sql`ALTER TABLE \`entries\` ADD \`stands_since\` numeric DEFAULT 0 NOT NULL;`)
  await db.run(sql`ALTER TABLE \`events\` ADD \`step\` text;`)
  await db.run(sql`CREATE INDEX \`of_publishedAt_idx\` ON \`editions\` (\`of\`,\`published_at\`);`)
}

export async function down({ db, payload, req }: MigrateDownArgs): Promise<void> {
  await db.run(sql`DROP TABLE \`notes\`;`)
  await db.run(sql`DROP TABLE \`replies\`;`)
  await db.run(sql`DROP TABLE \`texts_as_of\`;`)
  await db.run(sql`DROP TABLE \`calendar_feeds\`;`)
  await db.run(sql`DROP INDEX \`releases_embargo_idx\`;`)
  await db.run(sql`DROP INDEX \`heldBy_state_updatedAt_idx\`;`)
  await db.run(sql`DROP INDEX \`submittedBy_state_idx\`;`)
  await db.run(sql`ALTER TABLE \`releases\` DROP COLUMN \`held_by\`;`)
  await db.run(sql`ALTER TABLE \`releases\` DROP COLUMN \`emergency\`;`)
  await db.run(sql`DROP INDEX \`_releases_v_version_version_embargo_idx\`;`)
  await db.run(sql`DROP INDEX \`version_heldBy_version_state_version_updatedAt_idx\`;`)
  await db.run(sql`DROP INDEX \`version_submittedBy_version_state_idx\`;`)
  await db.run(sql`ALTER TABLE \`_releases_v\` DROP COLUMN \`version_held_by\`;`)
  await db.run(sql`ALTER TABLE \`_releases_v\` DROP COLUMN \`version_emergency\`;`)
  await db.run(sql`DROP INDEX \`translator_state_updatedAt_idx\`;`)
  await db.run(sql`DROP INDEX \`heldBy_state_updatedAt_1_idx\`;`)
  await db.run(sql`DROP INDEX \`submittedBy_state_1_idx\`;`)
  await db.run(sql`ALTER TABLE \`translations\` DROP COLUMN \`held_by\`;`)
  await db.run(sql`ALTER TABLE \`translations\` DROP COLUMN \`emergency\`;`)
  await db.run(sql`DROP INDEX \`version_translator_version_state_version_updatedAt_idx\`;`)
  await db.run(sql`DROP INDEX \`version_heldBy_version_state_version_updatedAt_1_idx\`;`)
  await db.run(sql`DROP INDEX \`version_submittedBy_version_state_1_idx\`;`)
  await db.run(sql`ALTER TABLE \`_translations_v\` DROP COLUMN \`version_held_by\`;`)
  await db.run(sql`ALTER TABLE \`_translations_v\` DROP COLUMN \`version_emergency\`;`)
  await db.run(sql`DROP INDEX \`of_publishedAt_idx\`;`)
  await db.run(sql`ALTER TABLE \`contacts\` DROP COLUMN \`held_by\`;`)
  await db.run(sql`ALTER TABLE \`contacts\` DROP COLUMN \`emergency\`;`)
  await db.run(sql`ALTER TABLE \`_contacts_v\` DROP COLUMN \`version_held_by\`;`)
  await db.run(sql`ALTER TABLE \`_contacts_v\` DROP COLUMN \`version_emergency\`;`)
  await db.run(sql`ALTER TABLE \`images\` DROP COLUMN \`held_by\`;`)
  await db.run(sql`ALTER TABLE \`images\` DROP COLUMN \`emergency\`;`)
  await db.run(sql`ALTER TABLE \`_images_v\` DROP COLUMN \`version_held_by\`;`)
  await db.run(sql`ALTER TABLE \`_images_v\` DROP COLUMN \`version_emergency\`;`)
  await db.run(sql`ALTER TABLE \`documents\` DROP COLUMN \`held_by\`;`)
  await db.run(sql`ALTER TABLE \`documents\` DROP COLUMN \`emergency\`;`)
  await db.run(sql`ALTER TABLE \`_documents_v\` DROP COLUMN \`version_held_by\`;`)
  await db.run(sql`ALTER TABLE \`_documents_v\` DROP COLUMN \`version_emergency\`;`)
  await db.run(sql`ALTER TABLE \`entries\` DROP COLUMN \`stands_since\`;`)
  await db.run(sql`ALTER TABLE \`events\` DROP COLUMN \`step\`;`)
}
