import { type MigrateDownArgs, type MigrateUpArgs, sql } from '@payloadcms/db-sqlite'

export async function up({ db, payload, req }: MigrateUpArgs): Promise<void> {
  await db.run(sql`ALTER TABLE \`releases\` ADD \`scheduled_as\` text;`)
  await db.run(sql`ALTER TABLE \`_releases_v\` ADD \`version_scheduled_as\` text;`)
  await db.run(sql`ALTER TABLE \`translations\` ADD \`scheduled_as\` text;`)
  await db.run(sql`ALTER TABLE \`_translations_v\` ADD \`version_scheduled_as\` text;`)
  await db.run(sql`ALTER TABLE \`contacts\` ADD \`scheduled_as\` text;`)
  await db.run(sql`ALTER TABLE \`_contacts_v\` ADD \`version_scheduled_as\` text;`)
  await db.run(sql`ALTER TABLE \`images\` ADD \`scheduled_as\` text;`)
  await db.run(sql`ALTER TABLE \`_images_v\` ADD \`version_scheduled_as\` text;`)
  await db.run(sql`ALTER TABLE \`documents\` ADD \`scheduled_as\` text;`)
  await db.run(sql`ALTER TABLE \`_documents_v\` ADD \`version_scheduled_as\` text;`)
  await db.run(sql`ALTER TABLE \`open_items\` ADD \`reason\` text;`)
}

export async function down({ db, payload, req }: MigrateDownArgs): Promise<void> {
  await db.run(sql`ALTER TABLE \`releases\` DROP COLUMN \`scheduled_as\`;`)
  await db.run(sql`ALTER TABLE \`_releases_v\` DROP COLUMN \`version_scheduled_as\`;`)
  await db.run(sql`ALTER TABLE \`translations\` DROP COLUMN \`scheduled_as\`;`)
  await db.run(sql`ALTER TABLE \`_translations_v\` DROP COLUMN \`version_scheduled_as\`;`)
  await db.run(sql`ALTER TABLE \`contacts\` DROP COLUMN \`scheduled_as\`;`)
  await db.run(sql`ALTER TABLE \`_contacts_v\` DROP COLUMN \`version_scheduled_as\`;`)
  await db.run(sql`ALTER TABLE \`images\` DROP COLUMN \`scheduled_as\`;`)
  await db.run(sql`ALTER TABLE \`_images_v\` DROP COLUMN \`version_scheduled_as\`;`)
  await db.run(sql`ALTER TABLE \`documents\` DROP COLUMN \`scheduled_as\`;`)
  await db.run(sql`ALTER TABLE \`_documents_v\` DROP COLUMN \`version_scheduled_as\`;`)
  await db.run(sql`ALTER TABLE \`open_items\` DROP COLUMN \`reason\`;`)
}
