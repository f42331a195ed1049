import { type MigrateDownArgs, type MigrateUpArgs, sql } from '@payloadcms/db-sqlite'

export async function up({ db, payload, req }: MigrateUpArgs): Promise<void> {
  await db.run(sql`CREATE TABLE \`open_items\` (
  	\`id\` text(36) PRIMARY KEY NOT NULL,
  	\`title\` text,
  	\`kind\` text NOT NULL,
  	\`state\` text DEFAULT 'open' NOT NULL,
  	\`language\` text,
  	\`subject\` text NOT NULL,
  	\`of\` text NOT NULL,
  	\`family\` text NOT NULL,
  	\`uri\` text,
  	\`version\` text,
  	\`version_at\` text,
  	\`item\` text,
  	\`raised_at\` text NOT NULL,
  	\`raised_by\` text,
  	\`raised_by_name\` text,
  	\`settled_at\` text,
  	\`settled_by\` text,
  	\`settled_by_name\` text,
  	\`note\` text,
  	\`key\` text NOT NULL,
  	\`updated_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	\`created_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL
  );
  `)
  await db.run(sql`CREATE INDEX \`open_items_state_idx\` ON \`open_items\` (\`state\`);`)
  await db.run(sql`CREATE INDEX \`open_items_subject_idx\` ON \`open_items\` (\`subject\`);`)
  await db.run(sql`CREATE INDEX \`open_items_family_idx\` ON \`open_items\` (\`family\`);`)
  await db.run(sql`CREATE INDEX \`open_items_raised_at_idx\` ON \`open_items\` (\`raised_at\`);`)
  await db.run(sql`CREATE UNIQUE INDEX \`open_items_key_idx\` ON \`open_items\` (\`key\`);`)
  await db.run(sql`CREATE INDEX \`open_items_updated_at_idx\` ON \`open_items\` (\`updated_at\`);`)
  await db.run(sql`CREATE INDEX \`open_items_created_at_idx\` ON \`open_items\` (\`created_at\`);`)
  await db.run(sql`ALTER TABLE \`releases\` ADD \`origin_key\` text;`)
  await db.run(sql`CREATE UNIQUE INDEX \`releases_origin_key_idx\` ON \`releases\` (\`origin_key\`);`)
  await db.run(sql`ALTER TABLE \`_releases_v\` ADD \`version_origin_key\` text;`)
  await db.run(sql`CREATE INDEX \`_releases_v_version_version_origin_key_idx\` ON \`_releases_v\` (\`version_origin_key\`);`)
  await db.run(sql`ALTER TABLE \`translations\` ADD \`origin_key\` text;`)
  await db.run(sql`CREATE UNIQUE INDEX \`translations_origin_key_idx\` ON \`translations\` (\`origin_key\`);`)
  await db.run(sql`ALTER TABLE \`_translations_v\` ADD \`version_origin_key\` text;`)
  await db.run(sql`CREATE INDEX \`_translations_v_version_version_origin_key_idx\` ON \`_translations_v\` (\`version_origin_key\`);`)
}

export async function down({ db, payload, req }: MigrateDownArgs): Promise<void> {
  await db.run(sql`DROP TABLE \`open_items\`;`)
  await db.run(sql`DROP INDEX \`releases_origin_key_idx\`;`)
  await db.run(sql`ALTER TABLE \`releases\` DROP COLUMN \`origin_key\`;`)
  await db.run(sql`DROP INDEX \`_releases_v_version_version_origin_key_idx\`;`)
  await db.run(sql`ALTER TABLE \`_releases_v\` DROP COLUMN \`version_origin_key\`;`)
  await db.run(sql`DROP INDEX \`translations_origin_key_idx\`;`)
  await db.run(sql`ALTER TABLE \`translations\` DROP COLUMN \`origin_key\`;`)
  await db.run(sql`DROP INDEX \`_translations_v_version_version_origin_key_idx\`;`)
  await db.run(sql`ALTER TABLE \`_translations_v\` DROP COLUMN \`version_origin_key\`;`)
}
