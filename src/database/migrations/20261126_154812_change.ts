import { type MigrateDownArgs, type MigrateUpArgs, sql } from '@payloadcms/db-sqlite'

export async function up({ db, payload, req }: MigrateUpArgs): Promise<void> {
  await db.run(sql`CREATE TABLE \`bundles_members\` (
  	\`_order\` integer NOT NULL,
  	\`_parent_id\` text(36) NOT NULL,
  	\`id\` text PRIMARY KEY NOT NULL,
  	\`must\` integer DEFAULT true,
  	FOREIGN KEY (\`_parent_id\`) REFERENCES \`bundles\`(\`id\`) ON UPDATE no action ON DELETE cascade
  );
  `)
  await db.run(sql`CREATE INDEX \`bundles_members_order_idx\` ON \`bundles_members\` (\`_order\`);`)
  await db.run(sql`CREATE INDEX \`bundles_members_parent_id_idx\` ON \`bundles_members\` (\`_parent_id\`);`)
  await db.run(sql`CREATE TABLE \`bundles\` (
  	\`id\` text(36) PRIMARY KEY NOT NULL,
  	\`title\` text,
  	\`state\` text DEFAULT 'open' NOT NULL,
  	\`revision\` numeric DEFAULT 0,
  	\`scheduled_for\` text,
  	\`created_by\` text,
  	\`created_by_name\` text,
  	\`outcome\` text,
  	\`busy\` numeric DEFAULT 0,
  	\`busy_since\` text,
  	\`unfinished\` text,
  	\`updated_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	\`created_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL
  );
  `)
  await db.run(sql`CREATE INDEX \`bundles_state_idx\` ON \`bundles\` (\`state\`);`)
  await db.run(sql`CREATE INDEX \`bundles_scheduled_for_idx\` ON \`bundles\` (\`scheduled_for\`);`)
  await db.run(sql`CREATE INDEX \`bundles_busy_idx\` ON \`bundles\` (\`busy\`);`)
  await db.run(sql`CREATE INDEX \`bundles_updated_at_idx\` ON \`bundles\` (\`updated_at\`);`)
  await db.run(sql`CREATE INDEX \`bundles_created_at_idx\` ON \`bundles\` (\`created_at\`);`)
  await db.run(sql`CREATE TABLE \`bundles_rels\` (
  	\`id\` integer PRIMARY KEY NOT NULL,
  	\`order\` integer,
  	\`parent_id\` text(36) NOT NULL,
  	\`path\` text NOT NULL,
  	\`releases_id\` text(36),
  	\`translations_id\` text(36),
  	FOREIGN KEY (\`parent_id\`) REFERENCES \`bundles\`(\`id\`) ON UPDATE no action ON DELETE cascade,
  	FOREIGN KEY (\`releases_id\`) REFERENCES \`releases\`(\`id\`) ON UPDATE no action ON DELETE cascade,
  	FOREIGN KEY (\`translations_id\`) REFERENCES \`translations\`(\`id\`) ON UPDATE no action ON DELETE cascade
  );
  `)
  await db.run(sql`CREATE INDEX \`bundles_rels_order_idx\` ON \`bundles_rels\` (\`order\`);`)
  await db.run(sql`CREATE INDEX \`bundles_rels_parent_idx\` ON \`bundles_rels\` (\`parent_id\`);`)
  await db.run(sql`CREATE INDEX \`bundles_rels_path_idx\` ON \`bundles_rels\` (\`path\`);`)
  await db.run(sql`CREATE INDEX \`bundles_rels_releases_id_idx\` ON \`bundles_rels\` (\`releases_id\`);`)
  await db.run(sql`CREATE INDEX \`bundles_rels_translations_id_idx\` ON \`bundles_rels\` (\`translations_id\`);`)
  await db.run(sql`ALTER TABLE \`releases\` ADD \`bundle\` text;`)
  await db.run(sql`ALTER TABLE \`_releases_v\` ADD \`version_bundle\` text;`)
  await db.run(sql`ALTER TABLE \`translations\` ADD \`bundle\` text;`)
  await db.run(sql`ALTER TABLE \`_translations_v\` ADD \`version_bundle\` text;`)
  await db.run(sql`ALTER TABLE \`contacts\` ADD \`bundle\` text;`)
  await db.run(sql`ALTER TABLE \`_contacts_v\` ADD \`version_bundle\` text;`)
  await db.run(sql`ALTER TABLE \`images\` ADD \`bundle\` text;`)
  await db.run(sql`ALTER TABLE \`_images_v\` ADD \`version_bundle\` text;`)
  await db.run(sql`ALTER TABLE \`documents\` ADD \`bundle\` text;`)
  await db.run(sql`ALTER TABLE \`_documents_v\` ADD \`version_bundle\` text;`)
}

export async function down({ db, payload, req }: MigrateDownArgs): Promise<void> {
  await db.run(sql`DROP TABLE \`bundles_members\`;`)
  await db.run(sql`DROP TABLE \`bundles\`;`)
  await db.run(sql`DROP TABLE \`bundles_rels\`;`)
  await db.run(sql`ALTER TABLE \`releases\` DROP COLUMN \`bundle\`;`)
  await db.run(sql`ALTER TABLE \`_releases_v\` DROP COLUMN \`version_bundle\`;`)
  await db.run(sql`ALTER TABLE \`translations\` DROP COLUMN \`bundle\`;`)
  await db.run(sql`ALTER TABLE \`_translations_v\` DROP COLUMN \`version_bundle\`;`)
  await db.run(sql`ALTER TABLE \`contacts\` DROP COLUMN \`bundle\`;`)
  await db.run(sql`ALTER TABLE \`_contacts_v\` DROP COLUMN \`version_bundle\`;`)
  await db.run(sql`ALTER TABLE \`images\` DROP COLUMN \`bundle\`;`)
  await db.run(sql`ALTER TABLE \`_images_v\` DROP COLUMN \`version_bundle\`;`)
  await db.run(sql`ALTER TABLE \`documents\` DROP COLUMN \`bundle\`;`)
  await db.run(sql`ALTER TABLE \`_documents_v\` DROP COLUMN \`version_bundle\`;`)
}
