import { type MigrateDownArgs, type MigrateUpArgs, sql } from '@payloadcms/db-sqlite'

export async function up({ db, payload, req }: MigrateUpArgs): Promise<void> {
  await db.run(sql`ALTER TABLE \`releases\` ADD \`emergency\` text;`)
  await db.run(sql`ALTER TABLE \`_releases_v\` ADD \`version_emergency\` text;`)
  await db.run(sql`ALTER TABLE \`translations\` ADD \`emergency\` text;`)
  await db.run(sql`ALTER TABLE \`_translations_v\` ADD \`version_emergency\` text;`)
  await db.run(sql`ALTER TABLE \`contacts\` ADD \`emergency\` text;`)
  await db.run(sql`ALTER TABLE \`_contacts_v\` ADD \`version_emergency\` text;`)
  await db.run(sql`ALTER TABLE \`images\` ADD \`emergency\` text;`)
  await db.run(sql`ALTER TABLE \`_images_v\` ADD \`version_emergency\` text;`)
  await db.run(sql`ALTER TABLE \`documents\` ADD \`emergency\` text;`)
  await db.run(sql`ALTER TABLE \`_documents_v\` ADD \`version_emergency\` text;`)
  await db.run(sql`ALTER TABLE \`entries\` ADD \`stands_since\` numeric DEFAULT 0 NOT NULL;`)
}

export async function down({ db, payload, req }: MigrateDownArgs): Promise<void> {
  await db.run(sql`ALTER TABLE \`releases\` DROP COLUMN \`emergency\`;`)
  await db.run(sql`ALTER TABLE \`_releases_v\` DROP COLUMN \`version_emergency\`;`)
  await db.run(sql`ALTER TABLE \`translations\` DROP COLUMN \`emergency\`;`)
  await db.run(sql`ALTER TABLE \`_translations_v\` DROP COLUMN \`version_emergency\`;`)
  await db.run(sql`ALTER TABLE \`contacts\` DROP COLUMN \`emergency\`;`)
  await db.run(sql`ALTER TABLE \`_contacts_v\` DROP COLUMN \`version_emergency\`;`)
  await db.run(sql`ALTER TABLE \`images\` DROP COLUMN \`emergency\`;`)
  await db.run(sql`ALTER TABLE \`_images_v\` DROP COLUMN \`version_emergency\`;`)
  await db.run(sql`ALTER TABLE \`documents\` DROP COLUMN \`emergency\`;`)
  await db.run(sql`ALTER TABLE \`_documents_v\` DROP COLUMN \`version_emergency\`;`)
  await db.run(sql`ALTER TABLE \`entries\` DROP COLUMN \`stands_since\`;`)
}
