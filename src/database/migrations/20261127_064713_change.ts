import { type MigrateDownArgs, type MigrateUpArgs, sql } from '@payloadcms/db-sqlite'

export async function up({ db, payload, req }: MigrateUpArgs): Promise<void> {
  await db.run(sql`CREATE TABLE \`terms_forms\` (
  	\`_order\` integer NOT NULL,
  	\`_parent_id\` text(36) NOT NULL,
  	\`id\` text PRIMARY KEY NOT NULL,
  	\`language\` text NOT NULL,
  	\`form\` text,
  	FOREIGN KEY (\`_parent_id\`) REFERENCES \`terms\`(\`id\`) ON UPDATE no action ON DELETE cascade
  );
  `)
  await db.run(sql`CREATE INDEX \`terms_forms_order_idx\` ON \`terms_forms\` (\`_order\`);`)
  await db.run(sql`CREATE INDEX \`terms_forms_parent_id_idx\` ON \`terms_forms\` (\`_parent_id\`);`)
  await db.run(sql`CREATE TABLE \`terms\` (
  	\`id\` text(36) PRIMARY KEY NOT NULL,
  	\`name\` text,
  	\`kind\` text DEFAULT 'phrase' NOT NULL,
  	\`note\` text,
  	\`source\` text,
  	\`valid_from\` text,
  	\`valid_until\` text,
  	\`state\` text DEFAULT 'draft' NOT NULL,
  	\`revision\` numeric DEFAULT 0,
  	\`standing\` text DEFAULT 'none' NOT NULL,
  	\`holder\` text,
  	\`held_by\` text,
  	\`edition\` numeric DEFAULT 0,
  	\`created_by\` text,
  	\`submitted_by\` text,
  	\`submitted_at\` text,
  	\`approved_by\` text,
  	\`approved_at\` text,
  	\`approved_fingerprint\` text,
  	\`scheduled_for\` text,
  	\`scheduled_as\` text,
  	\`bundle\` text,
  	\`return_note\` text,
  	\`authors\` text DEFAULT '[]',
  	\`emergency\` text,
  	\`waivers\` text DEFAULT '[]',
  	\`busy\` numeric DEFAULT 0,
  	\`busy_since\` text,
  	\`unfinished\` text,
  	\`updated_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	\`created_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL
  );
  `)
  await db.run(sql`CREATE INDEX \`terms_state_idx\` ON \`terms\` (\`state\`);`)
  await db.run(sql`CREATE INDEX \`terms_created_by_idx\` ON \`terms\` (\`created_by\`);`)
  await db.run(sql`CREATE INDEX \`terms_scheduled_for_idx\` ON \`terms\` (\`scheduled_for\`);`)
  await db.run(sql`CREATE INDEX \`terms_busy_idx\` ON \`terms\` (\`busy\`);`)
  await db.run(sql`CREATE INDEX \`terms_updated_at_idx\` ON \`terms\` (\`updated_at\`);`)
  await db.run(sql`CREATE INDEX \`terms_created_at_idx\` ON \`terms\` (\`created_at\`);`)
  await db.run(sql`CREATE TABLE \`terms_texts\` (
  	\`id\` integer PRIMARY KEY NOT NULL,
  	\`order\` integer NOT NULL,
  	\`parent_id\` text(36) NOT NULL,
  	\`path\` text NOT NULL,
  	\`text\` text,
  	FOREIGN KEY (\`parent_id\`) REFERENCES \`terms\`(\`id\`) ON UPDATE no action ON DELETE cascade
  );
  `)
  await db.run(sql`CREATE INDEX \`terms_texts_order_parent\` ON \`terms_texts\` (\`order\`,\`parent_id\`);`)
  await db.run(sql`CREATE INDEX \`terms_texts_parent_idx\` ON \`terms_texts\` (\`parent_id\`);`)
  await db.run(sql`CREATE TABLE \`_terms_v_version_forms\` (
  	\`_order\` integer NOT NULL,
  	\`_parent_id\` text(36) NOT NULL,
  	\`id\` text(36) PRIMARY KEY NOT NULL,
  	\`language\` text NOT NULL,
  	\`form\` text,
  	\`_uuid\` text,
  	FOREIGN KEY (\`_parent_id\`) REFERENCES \`_terms_v\`(\`id\`) ON UPDATE no action ON DELETE cascade
  );
  `)
  await db.run(sql`CREATE INDEX \`_terms_v_version_forms_order_idx\` ON \`_terms_v_version_forms\` (\`_order\`);`)
  await db.run(sql`CREATE INDEX \`_terms_v_version_forms_parent_id_idx\` ON \`_terms_v_version_forms\` (\`_parent_id\`);`)
  await db.run(sql`CREATE TABLE \`_terms_v\` (
  	\`id\` text(36) PRIMARY KEY NOT NULL,
  	\`parent_id\` text(36),
  	\`version_name\` text,
  	\`version_kind\` text DEFAULT 'phrase' NOT NULL,
  	\`version_note\` text,
  	\`version_source\` text,
  	\`version_valid_from\` text,
  	\`version_valid_until\` text,
  	\`version_state\` text DEFAULT 'draft' NOT NULL,
  	\`version_revision\` numeric DEFAULT 0,
  	\`version_standing\` text DEFAULT 'none' NOT NULL,
  	\`version_holder\` text,
  	\`version_held_by\` text,
  	\`version_edition\` numeric DEFAULT 0,
  	\`version_created_by\` text,
  	\`version_submitted_by\` text,
  	\`version_submitted_at\` text,
  	\`version_approved_by\` text,
  	\`version_approved_at\` text,
  	\`version_approved_fingerprint\` text,
  	\`version_scheduled_for\` text,
  	\`version_scheduled_as\` text,
  	\`version_bundle\` text,
  	\`version_return_note\` text,
  	\`version_authors\` text DEFAULT '[]',
  	\`version_emergency\` text,
  	\`version_waivers\` text DEFAULT '[]',
  	\`version_busy\` numeric DEFAULT 0,
  	\`version_busy_since\` text,
  	\`version_unfinished\` text,
  	\`version_updated_at\` text,
  	\`version_created_at\` text,
  	\`created_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	\`updated_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	FOREIGN KEY (\`parent_id\`) REFERENCES \`terms\`(\`id\`) ON UPDATE no action ON DELETE set null
  );
  `)
  await db.run(sql`CREATE INDEX \`_terms_v_parent_idx\` ON \`_terms_v\` (\`parent_id\`);`)
  await db.run(sql`CREATE INDEX \`_terms_v_version_version_state_idx\` ON \`_terms_v\` (\`version_state\`);`)
  await db.run(sql`CREATE INDEX \`_terms_v_version_version_created_by_idx\` ON \`_terms_v\` (\`version_created_by\`);`)
  await db.run(sql`CREATE INDEX \`_terms_v_version_version_scheduled_for_idx\` ON \`_terms_v\` (\`version_scheduled_for\`);`)
  await db.run(sql`CREATE INDEX \`_terms_v_version_version_busy_idx\` ON \`_terms_v\` (\`version_busy\`);`)
  await db.run(sql`CREATE INDEX \`_terms_v_version_version_updated_at_idx\` ON \`_terms_v\` (\`version_updated_at\`);`)
  await db.run(sql`CREATE INDEX \`_terms_v_version_version_created_at_idx\` ON \`_terms_v\` (\`version_created_at\`);`)
  await db.run(sql`CREATE INDEX \`_terms_v_created_at_idx\` ON \`_terms_v\` (\`created_at\`);`)
  await db.run(sql`CREATE INDEX \`_terms_v_updated_at_idx\` ON \`_terms_v\` (\`updated_at\`);`)
  await db.run(sql`CREATE TABLE \`_terms_v_texts\` (
  	\`id\` integer PRIMARY KEY NOT NULL,
  	\`order\` integer NOT NULL,
  	\`parent_id\` text(36) NOT NULL,
  	\`path\` text NOT NULL,
  	\`text\` text,
  	FOREIGN KEY (\`parent_id\`) REFERENCES \`_terms_v\`(\`id\`) ON UPDATE no action ON DELETE cascade
  );
  `)
  await db.run(sql`CREATE INDEX \`_terms_v_texts_order_parent\` ON \`_terms_v_texts\` (\`order\`,\`parent_id\`);`)
  await db.run(sql`CREATE INDEX \`_terms_v_texts_parent_idx\` ON \`_terms_v_texts\` (\`parent_id\`);`)
}

export async function down({ db, payload, req }: MigrateDownArgs): Promise<void> {
  await db.run(sql`DROP TABLE \`terms_forms\`;`)
  await db.run(sql`DROP TABLE \`terms\`;`)
  await db.run(sql`DROP TABLE \`terms_texts\`;`)
  await db.run(sql`DROP TABLE \`_terms_v_version_forms\`;`)
  await db.run(sql`DROP TABLE \`_terms_v\`;`)
  await db.run(sql`DROP TABLE \`_terms_v_texts\`;`)
}
