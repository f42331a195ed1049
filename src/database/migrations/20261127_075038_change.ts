import { type MigrateDownArgs, type MigrateUpArgs, sql } from '@payloadcms/db-sqlite'

export async function up({ db, payload, req }: MigrateUpArgs): Promise<void> {
  await db.run(sql`ALTER TABLE \`translations\` ADD \`due_on\` text;`)
  await db.run(sql`CREATE INDEX \`dueOn_state_idx\` ON \`translations\` (\`due_on\`,\`state\`);`)
  await db.run(sql`ALTER TABLE \`_translations_v\` ADD \`version_due_on\` text;`)
  await db.run(sql`CREATE INDEX \`version_dueOn_version_state_idx\` ON \`_translations_v\` (\`version_due_on\`,\`version_state\`);`)
}

export async function down({ db, payload, req }: MigrateDownArgs): Promise<void> {
  await db.run(sql`DROP INDEX \`dueOn_state_idx\`;`)
  await db.run(sql`ALTER TABLE \`translations\` DROP COLUMN \`due_on\`;`)
  await db.run(sql`DROP INDEX \`version_dueOn_version_state_idx\`;`)
  await db.run(sql`ALTER TABLE \`_translations_v\` DROP COLUMN \`version_due_on\`;`)
}
