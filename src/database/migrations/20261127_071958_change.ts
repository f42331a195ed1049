import { type MigrateDownArgs, type MigrateUpArgs, sql } from '@payloadcms/db-sqlite'

export async function up({ db, payload, req }: MigrateUpArgs): Promise<void> {
  await db.run(sql`ALTER TABLE \`translations\` ADD \`confirmed\` text;`)
  await db.run(sql`ALTER TABLE \`_translations_v\` ADD \`version_confirmed\` text;`)
}

export async function down({ db, payload, req }: MigrateDownArgs): Promise<void> {
  await db.run(sql`ALTER TABLE \`translations\` DROP COLUMN \`confirmed\`;`)
  await db.run(sql`ALTER TABLE \`_translations_v\` DROP COLUMN \`version_confirmed\`;`)
}
