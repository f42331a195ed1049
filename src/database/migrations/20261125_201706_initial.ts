import { type MigrateDownArgs, type MigrateUpArgs, sql } from '@payloadcms/db-sqlite'

export async function up({ db, payload, req }: MigrateUpArgs): Promise<void> {
  await db.run(sql`CREATE TABLE \`releases\` (
  	\`id\` text(36) PRIMARY KEY NOT NULL,
  	\`language\` text NOT NULL,
  	\`kind\` text DEFAULT 'press-release' NOT NULL,
  	\`headline\` text NOT NULL,
  	\`lead\` text,
  	\`dateline_place\` text,
  	\`dateline_date\` text,
  	\`body\` text,
  	\`source_label\` text,
  	\`source_url\` text,
  	\`embargo\` text,
  	\`about\` integer DEFAULT true,
  	\`provenance_uri\` text,
  	\`provenance_version\` text,
  	\`provenance_version_at\` text,
  	\`provenance_at\` text,
  	\`provenance_revision\` numeric,
  	\`state\` text DEFAULT 'draft' NOT NULL,
  	\`revision\` numeric DEFAULT 0,
  	\`standing\` text DEFAULT 'none' NOT NULL,
  	\`holder\` text,
  	\`edition\` numeric DEFAULT 0,
  	\`created_by\` text,
  	\`submitted_by\` text,
  	\`submitted_at\` text,
  	\`approved_by\` text,
  	\`approved_at\` text,
  	\`approved_fingerprint\` text,
  	\`scheduled_for\` text,
  	\`return_note\` text,
  	\`authors\` text DEFAULT '[]',
  	\`waivers\` text DEFAULT '[]',
  	\`busy\` numeric DEFAULT 0,
  	\`busy_since\` text,
  	\`unfinished\` text,
  	\`updated_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	\`created_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL
  );
  `)
  await db.run(sql`CREATE INDEX \`releases_provenance_uri_idx\` ON \`releases\` (\`provenance_uri\`);`)
  await db.run(sql`CREATE INDEX \`releases_state_idx\` ON \`releases\` (\`state\`);`)
  await db.run(sql`CREATE INDEX \`releases_created_by_idx\` ON \`releases\` (\`created_by\`);`)
  await db.run(sql`CREATE INDEX \`releases_scheduled_for_idx\` ON \`releases\` (\`scheduled_for\`);`)
  await db.run(sql`CREATE INDEX \`releases_busy_idx\` ON \`releases\` (\`busy\`);`)
  await db.run(sql`CREATE INDEX \`releases_updated_at_idx\` ON \`releases\` (\`updated_at\`);`)
  await db.run(sql`CREATE INDEX \`releases_created_at_idx\` ON \`releases\` (\`created_at\`);`)
  await db.run(sql`CREATE TABLE \`releases_rels\` (
  	\`id\` integer PRIMARY KEY NOT NULL,
  	\`order\` integer,
  	\`parent_id\` text(36) NOT NULL,
  	\`path\` text NOT NULL,
  	\`topics_id\` text(36),
  	\`images_id\` text(36),
  	\`documents_id\` text(36),
  	\`contacts_id\` text(36),
  	FOREIGN KEY (\`parent_id\`) REFERENCES \`releases\`(\`id\`) ON UPDATE no action ON DELETE cascade,
  	FOREIGN KEY (\`topics_id\`) REFERENCES \`topics\`(\`id\`) ON UPDATE no action ON DELETE cascade,
  	FOREIGN KEY (\`images_id\`) REFERENCES \`images\`(\`id\`) ON UPDATE no action ON DELETE cascade,
  	FOREIGN KEY (\`documents_id\`) REFERENCES \`documents\`(\`id\`) ON UPDATE no action ON DELETE cascade,
  	FOREIGN KEY (\`contacts_id\`) REFERENCES \`contacts\`(\`id\`) ON UPDATE no action ON DELETE cascade
  );
  `)
  await db.run(sql`CREATE INDEX \`releases_rels_order_idx\` ON \`releases_rels\` (\`order\`);`)
  await db.run(sql`CREATE INDEX \`releases_rels_parent_idx\` ON \`releases_rels\` (\`parent_id\`);`)
  await db.run(sql`CREATE INDEX \`releases_rels_path_idx\` ON \`releases_rels\` (\`path\`);`)
  await db.run(sql`CREATE INDEX \`releases_rels_topics_id_idx\` ON \`releases_rels\` (\`topics_id\`);`)
  await db.run(sql`CREATE INDEX \`releases_rels_images_id_idx\` ON \`releases_rels\` (\`images_id\`);`)
  await db.run(sql`CREATE INDEX \`releases_rels_documents_id_idx\` ON \`releases_rels\` (\`documents_id\`);`)
  await db.run(sql`CREATE INDEX \`releases_rels_contacts_id_idx\` ON \`releases_rels\` (\`contacts_id\`);`)
  await db.run(sql`CREATE TABLE \`_releases_v\` (
  	\`id\` text(36) PRIMARY KEY NOT NULL,
  	\`parent_id\` text(36),
  	\`version_language\` text NOT NULL,
  	\`version_kind\` text DEFAULT 'press-release' NOT NULL,
  	\`version_headline\` text NOT NULL,
  	\`version_lead\` text,
  	\`version_dateline_place\` text,
  	\`version_dateline_date\` text,
  	\`version_body\` text,
  	\`version_source_label\` text,
  	\`version_source_url\` text,
  	\`version_embargo\` text,
  	\`version_about\` integer DEFAULT true,
  	\`version_provenance_uri\` text,
  	\`version_provenance_version\` text,
  	\`version_provenance_version_at\` text,
  	\`version_provenance_at\` text,
  	\`version_provenance_revision\` numeric,
  	\`version_state\` text DEFAULT 'draft' NOT NULL,
  	\`version_revision\` numeric DEFAULT 0,
  	\`version_standing\` text DEFAULT 'none' NOT NULL,
  	\`version_holder\` text,
  	\`version_edition\` numeric DEFAULT 0,
  	\`version_created_by\` text,
  	\`version_submitted_by\` text,
  	\`version_submitted_at\` text,
  	\`version_approved_by\` text,
  	\`version_approved_at\` text,
  	\`version_approved_fingerprint\` text,
  	\`version_scheduled_for\` text,
  	\`version_return_note\` text,
  	\`version_authors\` text DEFAULT '[]',
  	\`version_waivers\` text DEFAULT '[]',
  	\`version_busy\` numeric DEFAULT 0,
  	\`version_busy_since\` text,
  	\`version_unfinished\` text,
  	\`version_updated_at\` text,
  	\`version_created_at\` text,
  	\`created_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	\`updated_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	FOREIGN KEY (\`parent_id\`) REFERENCES \`releases\`(\`id\`) ON UPDATE no action ON DELETE set null
  );
  `)
  await db.run(sql`CREATE INDEX \`_releases_v_parent_idx\` ON \`_releases_v\` (\`parent_id\`);`)
  await db.run(sql`CREATE INDEX \`_releases_v_version_version_provenance_uri_idx\` ON \`_releases_v\` (\`version_provenance_uri\`);`)
  await db.run(sql`CREATE INDEX \`_releases_v_version_version_state_idx\` ON \`_releases_v\` (\`version_state\`);`)
  await db.run(sql`CREATE INDEX \`_releases_v_version_version_created_by_idx\` ON \`_releases_v\` (\`version_created_by\`);`)
  await db.run(sql`CREATE INDEX \`_releases_v_version_version_scheduled_for_idx\` ON \`_releases_v\` (\`version_scheduled_for\`);`)
  await db.run(sql`CREATE INDEX \`_releases_v_version_version_busy_idx\` ON \`_releases_v\` (\`version_busy\`);`)
  await db.run(sql`CREATE INDEX \`_releases_v_version_version_updated_at_idx\` ON \`_releases_v\` (\`version_updated_at\`);`)
  await db.run(sql`CREATE INDEX \`_releases_v_version_version_created_at_idx\` ON \`_releases_v\` (\`version_created_at\`);`)
  await db.run(sql`CREATE INDEX \`_releases_v_created_at_idx\` ON \`_releases_v\` (\`created_at\`);`)
  await db.run(sql`CREATE INDEX \`_releases_v_updated_at_idx\` ON \`_releases_v\` (\`updated_at\`);`)
  await db.run(sql`CREATE TABLE \`_releases_v_rels\` (
  	\`id\` integer PRIMARY KEY NOT NULL,
  	\`order\` integer,
  	\`parent_id\` text(36) NOT NULL,
  	\`path\` text NOT NULL,
  	\`topics_id\` text(36),
  	\`images_id\` text(36),
  	\`documents_id\` text(36),
  	\`contacts_id\` text(36),
  	FOREIGN KEY (\`parent_id\`) REFERENCES \`_releases_v\`(\`id\`) ON UPDATE no action ON DELETE cascade,
  	FOREIGN KEY (\`topics_id\`) REFERENCES \`topics\`(\`id\`) ON UPDATE no action ON DELETE cascade,
  	FOREIGN KEY (\`images_id\`) REFERENCES \`images\`(\`id\`) ON UPDATE no action ON DELETE cascade,
  	FOREIGN KEY (\`documents_id\`) REFERENCES \`documents\`(\`id\`) ON UPDATE no action ON DELETE cascade,
  	FOREIGN KEY (\`contacts_id\`) REFERENCES \`contacts\`(\`id\`) ON UPDATE no action ON DELETE cascade
  );
  `)
  await db.run(sql`CREATE INDEX \`_releases_v_rels_order_idx\` ON \`_releases_v_rels\` (\`order\`);`)
  await db.run(sql`CREATE INDEX \`_releases_v_rels_parent_idx\` ON \`_releases_v_rels\` (\`parent_id\`);`)
  await db.run(sql`CREATE INDEX \`_releases_v_rels_path_idx\` ON \`_releases_v_rels\` (\`path\`);`)
  await db.run(sql`CREATE INDEX \`_releases_v_rels_topics_id_idx\` ON \`_releases_v_rels\` (\`topics_id\`);`)
  await db.run(sql`CREATE INDEX \`_releases_v_rels_images_id_idx\` ON \`_releases_v_rels\` (\`images_id\`);`)
  await db.run(sql`CREATE INDEX \`_releases_v_rels_documents_id_idx\` ON \`_releases_v_rels\` (\`documents_id\`);`)
  await db.run(sql`CREATE INDEX \`_releases_v_rels_contacts_id_idx\` ON \`_releases_v_rels\` (\`contacts_id\`);`)
  await db.run(sql`CREATE TABLE \`translations\` (
  	\`id\` text(36) PRIMARY KEY NOT NULL,
  	\`release_id\` text(36) NOT NULL,
  	\`language\` text NOT NULL,
  	\`headline\` text NOT NULL,
  	\`lead\` text,
  	\`dateline_place\` text,
  	\`body\` text,
  	\`source_label\` text,
  	\`translator_id\` text(36),
  	\`made_from\` text,
  	\`provenance_uri\` text,
  	\`provenance_version\` text,
  	\`provenance_version_at\` text,
  	\`provenance_at\` text,
  	\`provenance_revision\` numeric,
  	\`state\` text DEFAULT 'draft' NOT NULL,
  	\`revision\` numeric DEFAULT 0,
  	\`standing\` text DEFAULT 'none' NOT NULL,
  	\`holder\` text,
  	\`edition\` numeric DEFAULT 0,
  	\`created_by\` text,
  	\`submitted_by\` text,
  	\`submitted_at\` text,
  	\`approved_by\` text,
  	\`approved_at\` text,
  	\`approved_fingerprint\` text,
  	\`scheduled_for\` text,
  	\`return_note\` text,
  	\`authors\` text DEFAULT '[]',
  	\`waivers\` text DEFAULT '[]',
  	\`busy\` numeric DEFAULT 0,
  	\`busy_since\` text,
  	\`unfinished\` text,
  	\`updated_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	\`created_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	FOREIGN KEY (\`release_id\`) REFERENCES \`releases\`(\`id\`) ON UPDATE no action ON DELETE set null,
  	FOREIGN KEY (\`translator_id\`) REFERENCES \`users\`(\`id\`) ON UPDATE no action ON DELETE set null
  );
  `)
  await db.run(sql`CREATE INDEX \`translations_release_idx\` ON \`translations\` (\`release_id\`);`)
  await db.run(sql`CREATE INDEX \`translations_translator_idx\` ON \`translations\` (\`translator_id\`);`)
  await db.run(sql`CREATE INDEX \`translations_provenance_uri_idx\` ON \`translations\` (\`provenance_uri\`);`)
  await db.run(sql`CREATE INDEX \`translations_state_idx\` ON \`translations\` (\`state\`);`)
  await db.run(sql`CREATE INDEX \`translations_created_by_idx\` ON \`translations\` (\`created_by\`);`)
  await db.run(sql`CREATE INDEX \`translations_scheduled_for_idx\` ON \`translations\` (\`scheduled_for\`);`)
  await db.run(sql`CREATE INDEX \`translations_busy_idx\` ON \`translations\` (\`busy\`);`)
  await db.run(sql`CREATE INDEX \`translations_updated_at_idx\` ON \`translations\` (\`updated_at\`);`)
  await db.run(sql`CREATE INDEX \`translations_created_at_idx\` ON \`translations\` (\`created_at\`);`)
  await db.run(sql`CREATE UNIQUE INDEX \`release_language_idx\` ON \`translations\` (\`release_id\`,\`language\`);`)
  await db.run(sql`CREATE TABLE \`_translations_v\` (
  	\`id\` text(36) PRIMARY KEY NOT NULL,
  	\`parent_id\` text(36),
  	\`version_release_id\` text(36) NOT NULL,
  	\`version_language\` text NOT NULL,
  	\`version_headline\` text NOT NULL,
  	\`version_lead\` text,
  	\`version_dateline_place\` text,
  	\`version_body\` text,
  	\`version_source_label\` text,
  	\`version_translator_id\` text(36),
  	\`version_made_from\` text,
  	\`version_provenance_uri\` text,
  	\`version_provenance_version\` text,
  	\`version_provenance_version_at\` text,
  	\`version_provenance_at\` text,
  	\`version_provenance_revision\` numeric,
  	\`version_state\` text DEFAULT 'draft' NOT NULL,
  	\`version_revision\` numeric DEFAULT 0,
  	\`version_standing\` text DEFAULT 'none' NOT NULL,
  	\`version_holder\` text,
  	\`version_edition\` numeric DEFAULT 0,
  	\`version_created_by\` text,
  	\`version_submitted_by\` text,
  	\`version_submitted_at\` text,
  	\`version_approved_by\` text,
  	\`version_approved_at\` text,
  	\`version_approved_fingerprint\` text,
  	\`version_scheduled_for\` text,
  	\`version_return_note\` text,
  	\`version_authors\` text DEFAULT '[]',
  	\`version_waivers\` text DEFAULT '[]',
  	\`version_busy\` numeric DEFAULT 0,
  	\`version_busy_since\` text,
  	\`version_unfinished\` text,
  	\`version_updated_at\` text,
  	\`version_created_at\` text,
  	\`created_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	\`updated_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	FOREIGN KEY (\`parent_id\`) REFERENCES \`translations\`(\`id\`) ON UPDATE no action ON DELETE set null,
  	FOREIGN KEY (\`version_release_id\`) REFERENCES \`releases\`(\`id\`) ON UPDATE no action ON DELETE set null,
  	FOREIGN KEY (\`version_translator_id\`) REFERENCES \`users\`(\`id\`) ON UPDATE no action ON DELETE set null
  );
  `)
  await db.run(sql`CREATE INDEX \`_translations_v_parent_idx\` ON \`_translations_v\` (\`parent_id\`);`)
  await db.run(sql`CREATE INDEX \`_translations_v_version_version_release_idx\` ON \`_translations_v\` (\`version_release_id\`);`)
  await db.run(sql`CREATE INDEX \`_translations_v_version_version_translator_idx\` ON \`_translations_v\` (\`version_translator_id\`);`)
  await db.run(sql`CREATE INDEX \`_translations_v_version_version_provenance_uri_idx\` ON \`_translations_v\` (\`version_provenance_uri\`);`)
  await db.run(sql`CREATE INDEX \`_translations_v_version_version_state_idx\` ON \`_translations_v\` (\`version_state\`);`)
  await db.run(sql`CREATE INDEX \`_translations_v_version_version_created_by_idx\` ON \`_translations_v\` (\`version_created_by\`);`)
  await db.run(sql`CREATE INDEX \`_translations_v_version_version_scheduled_for_idx\` ON \`_translations_v\` (\`version_scheduled_for\`);`)
  await db.run(sql`CREATE INDEX \`_translations_v_version_version_busy_idx\` ON \`_translations_v\` (\`version_busy\`);`)
  await db.run(sql`CREATE INDEX \`_translations_v_version_version_updated_at_idx\` ON \`_translations_v\` (\`version_updated_at\`);`)
  await db.run(sql`CREATE INDEX \`_translations_v_version_version_created_at_idx\` ON \`_translations_v\` (\`version_created_at\`);`)
  await db.run(sql`CREATE INDEX \`_translations_v_created_at_idx\` ON \`_translations_v\` (\`created_at\`);`)
  await db.run(sql`CREATE INDEX \`_translations_v_updated_at_idx\` ON \`_translations_v\` (\`updated_at\`);`)
  await db.run(sql`CREATE INDEX \`version_release_version_language_idx\` ON \`_translations_v\` (\`version_release_id\`,\`version_language\`);`)
  await db.run(sql`CREATE TABLE \`contact_wordings\` (
  	\`_order\` integer NOT NULL,
  	\`_parent_id\` text(36) NOT NULL,
  	\`id\` text PRIMARY KEY NOT NULL,
  	\`language\` text NOT NULL,
  	\`title\` text,
  	\`note\` text,
  	FOREIGN KEY (\`_parent_id\`) REFERENCES \`contacts\`(\`id\`) ON UPDATE no action ON DELETE cascade
  );
  `)
  await db.run(sql`CREATE INDEX \`contact_wordings_order_idx\` ON \`contact_wordings\` (\`_order\`);`)
  await db.run(sql`CREATE INDEX \`contact_wordings_parent_id_idx\` ON \`contact_wordings\` (\`_parent_id\`);`)
  await db.run(sql`CREATE TABLE \`contacts_languages\` (
  	\`order\` integer NOT NULL,
  	\`parent_id\` text(36) NOT NULL,
  	\`value\` text,
  	\`id\` text(36) PRIMARY KEY NOT NULL,
  	FOREIGN KEY (\`parent_id\`) REFERENCES \`contacts\`(\`id\`) ON UPDATE no action ON DELETE cascade
  );
  `)
  await db.run(sql`CREATE INDEX \`contacts_languages_order_idx\` ON \`contacts_languages\` (\`order\`);`)
  await db.run(sql`CREATE INDEX \`contacts_languages_parent_idx\` ON \`contacts_languages\` (\`parent_id\`);`)
  await db.run(sql`CREATE TABLE \`contacts\` (
  	\`id\` text(36) PRIMARY KEY NOT NULL,
  	\`name\` text NOT NULL,
  	\`organisation\` text,
  	\`email\` text,
  	\`telephone\` text,
  	\`telephone_after_hours\` text,
  	\`state\` text DEFAULT 'draft' NOT NULL,
  	\`revision\` numeric DEFAULT 0,
  	\`standing\` text DEFAULT 'none' NOT NULL,
  	\`holder\` text,
  	\`edition\` numeric DEFAULT 0,
  	\`created_by\` text,
  	\`submitted_by\` text,
  	\`submitted_at\` text,
  	\`approved_by\` text,
  	\`approved_at\` text,
  	\`approved_fingerprint\` text,
  	\`scheduled_for\` text,
  	\`return_note\` text,
  	\`authors\` text DEFAULT '[]',
  	\`waivers\` text DEFAULT '[]',
  	\`busy\` numeric DEFAULT 0,
  	\`busy_since\` text,
  	\`unfinished\` text,
  	\`updated_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	\`created_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL
  );
  `)
  await db.run(sql`CREATE INDEX \`contacts_state_idx\` ON \`contacts\` (\`state\`);`)
  await db.run(sql`CREATE INDEX \`contacts_created_by_idx\` ON \`contacts\` (\`created_by\`);`)
  await db.run(sql`CREATE INDEX \`contacts_scheduled_for_idx\` ON \`contacts\` (\`scheduled_for\`);`)
  await db.run(sql`CREATE INDEX \`contacts_busy_idx\` ON \`contacts\` (\`busy\`);`)
  await db.run(sql`CREATE INDEX \`contacts_updated_at_idx\` ON \`contacts\` (\`updated_at\`);`)
  await db.run(sql`CREATE INDEX \`contacts_created_at_idx\` ON \`contacts\` (\`created_at\`);`)
  await db.run(sql`CREATE TABLE \`_contact_wordings_v\` (
  	\`_order\` integer NOT NULL,
  	\`_parent_id\` text(36) NOT NULL,
  	\`id\` text(36) PRIMARY KEY NOT NULL,
  	\`language\` text NOT NULL,
  	\`title\` text,
  	\`note\` text,
  	\`_uuid\` text,
  	FOREIGN KEY (\`_parent_id\`) REFERENCES \`_contacts_v\`(\`id\`) ON UPDATE no action ON DELETE cascade
  );
  `)
  await db.run(sql`CREATE INDEX \`_contact_wordings_v_order_idx\` ON \`_contact_wordings_v\` (\`_order\`);`)
  await db.run(sql`CREATE INDEX \`_contact_wordings_v_parent_id_idx\` ON \`_contact_wordings_v\` (\`_parent_id\`);`)
  await db.run(sql`CREATE TABLE \`_contacts_v_version_languages\` (
  	\`order\` integer NOT NULL,
  	\`parent_id\` text(36) NOT NULL,
  	\`value\` text,
  	\`id\` text(36) PRIMARY KEY NOT NULL,
  	FOREIGN KEY (\`parent_id\`) REFERENCES \`_contacts_v\`(\`id\`) ON UPDATE no action ON DELETE cascade
  );
  `)
  await db.run(sql`CREATE INDEX \`_contacts_v_version_languages_order_idx\` ON \`_contacts_v_version_languages\` (\`order\`);`)
  await db.run(sql`CREATE INDEX \`_contacts_v_version_languages_parent_idx\` ON \`_contacts_v_version_languages\` (\`parent_id\`);`)
  await db.run(sql`CREATE TABLE \`_contacts_v\` (
  	\`id\` text(36) PRIMARY KEY NOT NULL,
  	\`parent_id\` text(36),
  	\`version_name\` text NOT NULL,
  	\`version_organisation\` text,
  	\`version_email\` text,
  	\`version_telephone\` text,
  	\`version_telephone_after_hours\` text,
  	\`version_state\` text DEFAULT 'draft' NOT NULL,
  	\`version_revision\` numeric DEFAULT 0,
  	\`version_standing\` text DEFAULT 'none' NOT NULL,
  	\`version_holder\` text,
  	\`version_edition\` numeric DEFAULT 0,
  	\`version_created_by\` text,
  	\`version_submitted_by\` text,
  	\`version_submitted_at\` text,
  	\`version_approved_by\` text,
  	\`version_approved_at\` text,
  	\`version_approved_fingerprint\` text,
  	\`version_scheduled_for\` text,
  	\`version_return_note\` text,
  	\`version_authors\` text DEFAULT '[]',
  	\`version_waivers\` text DEFAULT '[]',
  	\`version_busy\` numeric DEFAULT 0,
  	\`version_busy_since\` text,
  	\`version_unfinished\` text,
  	\`version_updated_at\` text,
  	\`version_created_at\` text,
  	\`created_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	\`updated_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	FOREIGN KEY (\`parent_id\`) REFERENCES \`contacts\`(\`id\`) ON UPDATE no action ON DELETE set null
  );
  `)
  await db.run(sql`CREATE INDEX \`_contacts_v_parent_idx\` ON \`_contacts_v\` (\`parent_id\`);`)
  await db.run(sql`CREATE INDEX \`_contacts_v_version_version_state_idx\` ON \`_contacts_v\` (\`version_state\`);`)
  await db.run(sql`CREATE INDEX \`_contacts_v_version_version_created_by_idx\` ON \`_contacts_v\` (\`version_created_by\`);`)
  await db.run(sql`CREATE INDEX \`_contacts_v_version_version_scheduled_for_idx\` ON \`_contacts_v\` (\`version_scheduled_for\`);`)
  await db.run(sql`CREATE INDEX \`_contacts_v_version_version_busy_idx\` ON \`_contacts_v\` (\`version_busy\`);`)
  await db.run(sql`CREATE INDEX \`_contacts_v_version_version_updated_at_idx\` ON \`_contacts_v\` (\`version_updated_at\`);`)
  await db.run(sql`CREATE INDEX \`_contacts_v_version_version_created_at_idx\` ON \`_contacts_v\` (\`version_created_at\`);`)
  await db.run(sql`CREATE INDEX \`_contacts_v_created_at_idx\` ON \`_contacts_v\` (\`created_at\`);`)
  await db.run(sql`CREATE INDEX \`_contacts_v_updated_at_idx\` ON \`_contacts_v\` (\`updated_at\`);`)
  await db.run(sql`CREATE TABLE \`image_wordings\` (
  	\`_order\` integer NOT NULL,
  	\`_parent_id\` text(36) NOT NULL,
  	\`id\` text PRIMARY KEY NOT NULL,
  	\`language\` text NOT NULL,
  	\`alt\` text,
  	\`caption\` text,
  	FOREIGN KEY (\`_parent_id\`) REFERENCES \`images\`(\`id\`) ON UPDATE no action ON DELETE cascade
  );
  `)
  await db.run(sql`CREATE INDEX \`image_wordings_order_idx\` ON \`image_wordings\` (\`_order\`);`)
  await db.run(sql`CREATE INDEX \`image_wordings_parent_id_idx\` ON \`image_wordings\` (\`_parent_id\`);`)
  await db.run(sql`CREATE TABLE \`images\` (
  	\`id\` text(36) PRIMARY KEY NOT NULL,
  	\`credit\` text,
  	\`copyright\` text,
  	\`licence\` text,
  	\`cleared\` integer DEFAULT false,
  	\`sha256\` text,
  	\`state\` text DEFAULT 'draft' NOT NULL,
  	\`revision\` numeric DEFAULT 0,
  	\`standing\` text DEFAULT 'none' NOT NULL,
  	\`holder\` text,
  	\`edition\` numeric DEFAULT 0,
  	\`created_by\` text,
  	\`submitted_by\` text,
  	\`submitted_at\` text,
  	\`approved_by\` text,
  	\`approved_at\` text,
  	\`approved_fingerprint\` text,
  	\`scheduled_for\` text,
  	\`return_note\` text,
  	\`authors\` text DEFAULT '[]',
  	\`waivers\` text DEFAULT '[]',
  	\`busy\` numeric DEFAULT 0,
  	\`busy_since\` text,
  	\`unfinished\` text,
  	\`updated_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	\`created_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	\`url\` text,
  	\`thumbnail_u_r_l\` text,
  	\`filename\` text,
  	\`mime_type\` text,
  	\`filesize\` numeric,
  	\`width\` numeric,
  	\`height\` numeric,
  	\`focal_x\` numeric,
  	\`focal_y\` numeric
  );
  `)
  await db.run(sql`CREATE INDEX \`images_state_idx\` ON \`images\` (\`state\`);`)
  await db.run(sql`CREATE INDEX \`images_created_by_idx\` ON \`images\` (\`created_by\`);`)
  await db.run(sql`CREATE INDEX \`images_scheduled_for_idx\` ON \`images\` (\`scheduled_for\`);`)
  await db.run(sql`CREATE INDEX \`images_busy_idx\` ON \`images\` (\`busy\`);`)
  await db.run(sql`CREATE INDEX \`images_updated_at_idx\` ON \`images\` (\`updated_at\`);`)
  await db.run(sql`CREATE INDEX \`images_created_at_idx\` ON \`images\` (\`created_at\`);`)
  await db.run(sql`CREATE UNIQUE INDEX \`images_filename_idx\` ON \`images\` (\`filename\`);`)
  await db.run(sql`CREATE TABLE \`_image_wordings_v\` (
  	\`_order\` integer NOT NULL,
  	\`_parent_id\` text(36) NOT NULL,
  	\`id\` text(36) PRIMARY KEY NOT NULL,
  	\`language\` text NOT NULL,
  	\`alt\` text,
  	\`caption\` text,
  	\`_uuid\` text,
  	FOREIGN KEY (\`_parent_id\`) REFERENCES \`_images_v\`(\`id\`) ON UPDATE no action ON DELETE cascade
  );
  `)
  await db.run(sql`CREATE INDEX \`_image_wordings_v_order_idx\` ON \`_image_wordings_v\` (\`_order\`);`)
  await db.run(sql`CREATE INDEX \`_image_wordings_v_parent_id_idx\` ON \`_image_wordings_v\` (\`_parent_id\`);`)
  await db.run(sql`CREATE TABLE \`_images_v\` (
  	\`id\` text(36) PRIMARY KEY NOT NULL,
  	\`parent_id\` text(36),
  	\`version_credit\` text,
  	\`version_copyright\` text,
  	\`version_licence\` text,
  	\`version_cleared\` integer DEFAULT false,
  	\`version_sha256\` text,
  	\`version_state\` text DEFAULT 'draft' NOT NULL,
  	\`version_revision\` numeric DEFAULT 0,
  	\`version_standing\` text DEFAULT 'none' NOT NULL,
  	\`version_holder\` text,
  	\`version_edition\` numeric DEFAULT 0,
  	\`version_created_by\` text,
  	\`version_submitted_by\` text,
  	\`version_submitted_at\` text,
  	\`version_approved_by\` text,
  	\`version_approved_at\` text,
  	\`version_approved_fingerprint\` text,
  	\`version_scheduled_for\` text,
  	\`version_return_note\` text,
  	\`version_authors\` text DEFAULT '[]',
  	\`version_waivers\` text DEFAULT '[]',
  	\`version_busy\` numeric DEFAULT 0,
  	\`version_busy_since\` text,
  	\`version_unfinished\` text,
  	\`version_updated_at\` text,
  	\`version_created_at\` text,
  	\`version_url\` text,
  	\`version_thumbnail_u_r_l\` text,
  	\`version_filename\` text,
  	\`version_mime_type\` text,
  	\`version_filesize\` numeric,
  	\`version_width\` numeric,
  	\`version_height\` numeric,
  	\`version_focal_x\` numeric,
  	\`version_focal_y\` numeric,
  	\`created_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	\`updated_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	FOREIGN KEY (\`parent_id\`) REFERENCES \`images\`(\`id\`) ON UPDATE no action ON DELETE set null
  );
  `)
  await db.run(sql`CREATE INDEX \`_images_v_parent_idx\` ON \`_images_v\` (\`parent_id\`);`)
  await db.run(sql`CREATE INDEX \`_images_v_version_version_state_idx\` ON \`_images_v\` (\`version_state\`);`)
  await db.run(sql`CREATE INDEX \`_images_v_version_version_created_by_idx\` ON \`_images_v\` (\`version_created_by\`);`)
  await db.run(sql`CREATE INDEX \`_images_v_version_version_scheduled_for_idx\` ON \`_images_v\` (\`version_scheduled_for\`);`)
  await db.run(sql`CREATE INDEX \`_images_v_version_version_busy_idx\` ON \`_images_v\` (\`version_busy\`);`)
  await db.run(sql`CREATE INDEX \`_images_v_version_version_updated_at_idx\` ON \`_images_v\` (\`version_updated_at\`);`)
  await db.run(sql`CREATE INDEX \`_images_v_version_version_created_at_idx\` ON \`_images_v\` (\`version_created_at\`);`)
  await db.run(sql`CREATE INDEX \`_images_v_version_version_filename_idx\` ON \`_images_v\` (\`version_filename\`);`)
  await db.run(sql`CREATE INDEX \`_images_v_created_at_idx\` ON \`_images_v\` (\`created_at\`);`)
  await db.run(sql`CREATE INDEX \`_images_v_updated_at_idx\` ON \`_images_v\` (\`updated_at\`);`)
  await db.run(sql`CREATE TABLE \`document_wordings\` (
  	\`_order\` integer NOT NULL,
  	\`_parent_id\` text(36) NOT NULL,
  	\`id\` text PRIMARY KEY NOT NULL,
  	\`language\` text NOT NULL,
  	\`title\` text,
  	FOREIGN KEY (\`_parent_id\`) REFERENCES \`documents\`(\`id\`) ON UPDATE no action ON DELETE cascade
  );
  `)
  await db.run(sql`CREATE INDEX \`document_wordings_order_idx\` ON \`document_wordings\` (\`_order\`);`)
  await db.run(sql`CREATE INDEX \`document_wordings_parent_id_idx\` ON \`document_wordings\` (\`_parent_id\`);`)
  await db.run(sql`CREATE TABLE \`documents\` (
  	\`id\` text(36) PRIMARY KEY NOT NULL,
  	\`sha256\` text,
  	\`state\` text DEFAULT 'draft' NOT NULL,
  	\`revision\` numeric DEFAULT 0,
  	\`standing\` text DEFAULT 'none' NOT NULL,
  	\`holder\` text,
  	\`edition\` numeric DEFAULT 0,
  	\`created_by\` text,
  	\`submitted_by\` text,
  	\`submitted_at\` text,
  	\`approved_by\` text,
  	\`approved_at\` text,
  	\`approved_fingerprint\` text,
  	\`scheduled_for\` text,
  	\`return_note\` text,
  	\`authors\` text DEFAULT '[]',
  	\`waivers\` text DEFAULT '[]',
  	\`busy\` numeric DEFAULT 0,
  	\`busy_since\` text,
  	\`unfinished\` text,
  	\`updated_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	\`created_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	\`url\` text,
  	\`thumbnail_u_r_l\` text,
  	\`filename\` text,
  	\`mime_type\` text,
  	\`filesize\` numeric,
  	\`width\` numeric,
  	\`height\` numeric,
  	\`focal_x\` numeric,
  	\`focal_y\` numeric
  );
  `)
  await db.run(sql`CREATE INDEX \`documents_state_idx\` ON \`documents\` (\`state\`);`)
  await db.run(sql`CREATE INDEX \`documents_created_by_idx\` ON \`documents\` (\`created_by\`);`)
  await db.run(sql`CREATE INDEX \`documents_scheduled_for_idx\` ON \`documents\` (\`scheduled_for\`);`)
  await db.run(sql`CREATE INDEX \`documents_busy_idx\` ON \`documents\` (\`busy\`);`)
  await db.run(sql`CREATE INDEX \`documents_updated_at_idx\` ON \`documents\` (\`updated_at\`);`)
  await db.run(sql`CREATE INDEX \`documents_created_at_idx\` ON \`documents\` (\`created_at\`);`)
  await db.run(sql`CREATE UNIQUE INDEX \`documents_filename_idx\` ON \`documents\` (\`filename\`);`)
  await db.run(sql`CREATE TABLE \`_document_wordings_v\` (
  	\`_order\` integer NOT NULL,
  	\`_parent_id\` text(36) NOT NULL,
  	\`id\` text(36) PRIMARY KEY NOT NULL,
  	\`language\` text NOT NULL,
  	\`title\` text,
  	\`_uuid\` text,
  	FOREIGN KEY (\`_parent_id\`) REFERENCES \`_documents_v\`(\`id\`) ON UPDATE no action ON DELETE cascade
  );
  `)
  await db.run(sql`CREATE INDEX \`_document_wordings_v_order_idx\` ON \`_document_wordings_v\` (\`_order\`);`)
  await db.run(sql`CREATE INDEX \`_document_wordings_v_parent_id_idx\` ON \`_document_wordings_v\` (\`_parent_id\`);`)
  await db.run(sql`CREATE TABLE \`_documents_v\` (
  	\`id\` text(36) PRIMARY KEY NOT NULL,
  	\`parent_id\` text(36),
  	\`version_sha256\` text,
  	\`version_state\` text DEFAULT 'draft' NOT NULL,
  	\`version_revision\` numeric DEFAULT 0,
  	\`version_standing\` text DEFAULT 'none' NOT NULL,
  	\`version_holder\` text,
  	\`version_edition\` numeric DEFAULT 0,
  	\`version_created_by\` text,
  	\`version_submitted_by\` text,
  	\`version_submitted_at\` text,
  	\`version_approved_by\` text,
  	\`version_approved_at\` text,
  	\`version_approved_fingerprint\` text,
  	\`version_scheduled_for\` text,
  	\`version_return_note\` text,
  	\`version_authors\` text DEFAULT '[]',
  	\`version_waivers\` text DEFAULT '[]',
  	\`version_busy\` numeric DEFAULT 0,
  	\`version_busy_since\` text,
  	\`version_unfinished\` text,
  	\`version_updated_at\` text,
  	\`version_created_at\` text,
  	\`version_url\` text,
  	\`version_thumbnail_u_r_l\` text,
  	\`version_filename\` text,
  	\`version_mime_type\` text,
  	\`version_filesize\` numeric,
  	\`version_width\` numeric,
  	\`version_height\` numeric,
  	\`version_focal_x\` numeric,
  	\`version_focal_y\` numeric,
  	\`created_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	\`updated_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	FOREIGN KEY (\`parent_id\`) REFERENCES \`documents\`(\`id\`) ON UPDATE no action ON DELETE set null
  );
  `)
  await db.run(sql`CREATE INDEX \`_documents_v_parent_idx\` ON \`_documents_v\` (\`parent_id\`);`)
  await db.run(sql`CREATE INDEX \`_documents_v_version_version_state_idx\` ON \`_documents_v\` (\`version_state\`);`)
  await db.run(sql`CREATE INDEX \`_documents_v_version_version_created_by_idx\` ON \`_documents_v\` (\`version_created_by\`);`)
  await db.run(sql`CREATE INDEX \`_documents_v_version_version_scheduled_for_idx\` ON \`_documents_v\` (\`version_scheduled_for\`);`)
  await db.run(sql`CREATE INDEX \`_documents_v_version_version_busy_idx\` ON \`_documents_v\` (\`version_busy\`);`)
  await db.run(sql`CREATE INDEX \`_documents_v_version_version_updated_at_idx\` ON \`_documents_v\` (\`version_updated_at\`);`)
  await db.run(sql`CREATE INDEX \`_documents_v_version_version_created_at_idx\` ON \`_documents_v\` (\`version_created_at\`);`)
  await db.run(sql`CREATE INDEX \`_documents_v_version_version_filename_idx\` ON \`_documents_v\` (\`version_filename\`);`)
  await db.run(sql`CREATE INDEX \`_documents_v_created_at_idx\` ON \`_documents_v\` (\`created_at\`);`)
  await db.run(sql`CREATE INDEX \`_documents_v_updated_at_idx\` ON \`_documents_v\` (\`updated_at\`);`)
  await db.run(sql`CREATE TABLE \`topics_names\` (
  	\`_order\` integer NOT NULL,
  	\`_parent_id\` text(36) NOT NULL,
  	\`id\` text PRIMARY KEY NOT NULL,
  	\`language\` text NOT NULL,
  	\`name\` text NOT NULL,
  	FOREIGN KEY (\`_parent_id\`) REFERENCES \`topics\`(\`id\`) ON UPDATE no action ON DELETE cascade
  );
  `)
  await db.run(sql`CREATE INDEX \`topics_names_order_idx\` ON \`topics_names\` (\`_order\`);`)
  await db.run(sql`CREATE INDEX \`topics_names_parent_id_idx\` ON \`topics_names\` (\`_parent_id\`);`)
  await db.run(sql`CREATE TABLE \`topics\` (
  	\`id\` text(36) PRIMARY KEY NOT NULL,
  	\`slug\` text NOT NULL,
  	\`updated_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	\`created_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL
  );
  `)
  await db.run(sql`CREATE UNIQUE INDEX \`topics_slug_idx\` ON \`topics\` (\`slug\`);`)
  await db.run(sql`CREATE INDEX \`topics_updated_at_idx\` ON \`topics\` (\`updated_at\`);`)
  await db.run(sql`CREATE INDEX \`topics_created_at_idx\` ON \`topics\` (\`created_at\`);`)
  await db.run(sql`CREATE TABLE \`editions\` (
  	\`id\` text PRIMARY KEY NOT NULL,
  	\`subject\` text NOT NULL,
  	\`of\` text NOT NULL,
  	\`family\` text NOT NULL,
  	\`number\` numeric NOT NULL,
  	\`language\` text,
  	\`headline\` text,
  	\`fingerprint\` text NOT NULL,
  	\`content\` text NOT NULL,
  	\`made_from\` text,
  	\`change\` text,
  	\`public_note\` text,
  	\`approved_by\` text,
  	\`approved_at\` text,
  	\`published_by\` text,
  	\`published_at\` text NOT NULL,
  	\`updated_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	\`created_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL
  );
  `)
  await db.run(sql`CREATE INDEX \`editions_subject_idx\` ON \`editions\` (\`subject\`);`)
  await db.run(sql`CREATE INDEX \`editions_family_idx\` ON \`editions\` (\`family\`);`)
  await db.run(sql`CREATE INDEX \`editions_fingerprint_idx\` ON \`editions\` (\`fingerprint\`);`)
  await db.run(sql`CREATE INDEX \`editions_updated_at_idx\` ON \`editions\` (\`updated_at\`);`)
  await db.run(sql`CREATE INDEX \`editions_created_at_idx\` ON \`editions\` (\`created_at\`);`)
  await db.run(sql`CREATE UNIQUE INDEX \`subject_number_idx\` ON \`editions\` (\`subject\`,\`number\`);`)
  await db.run(sql`CREATE TABLE \`entries\` (
  	\`id\` text(36) PRIMARY KEY NOT NULL,
  	\`subject\` text NOT NULL,
  	\`of\` text NOT NULL,
  	\`shelf\` text NOT NULL,
  	\`family\` text NOT NULL,
  	\`language\` text NOT NULL,
  	\`slug\` text NOT NULL,
  	\`kind\` text,
  	\`headline\` text,
  	\`standing\` text NOT NULL,
  	\`edition\` text NOT NULL,
  	\`number\` numeric NOT NULL,
  	\`fingerprint\` text NOT NULL,
  	\`made_from\` text,
  	\`published_at\` text NOT NULL,
  	\`updated_at_public\` text NOT NULL,
  	\`notice_at\` text,
  	\`explanation\` text,
  	\`updated_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	\`created_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL
  );
  `)
  await db.run(sql`CREATE UNIQUE INDEX \`entries_subject_idx\` ON \`entries\` (\`subject\`);`)
  await db.run(sql`CREATE INDEX \`entries_family_idx\` ON \`entries\` (\`family\`);`)
  await db.run(sql`CREATE INDEX \`entries_published_at_idx\` ON \`entries\` (\`published_at\`);`)
  await db.run(sql`CREATE INDEX \`entries_updated_at_idx\` ON \`entries\` (\`updated_at\`);`)
  await db.run(sql`CREATE INDEX \`entries_created_at_idx\` ON \`entries\` (\`created_at\`);`)
  await db.run(sql`CREATE UNIQUE INDEX \`language_slug_idx\` ON \`entries\` (\`language\`,\`slug\`);`)
  await db.run(sql`CREATE INDEX \`shelf_language_standing_publishedAt_createdAt_idx\` ON \`entries\` (\`shelf\`,\`language\`,\`standing\`,\`published_at\`,\`created_at\`);`)
  await db.run(sql`CREATE TABLE \`entries_texts\` (
  	\`id\` integer PRIMARY KEY NOT NULL,
  	\`order\` integer NOT NULL,
  	\`parent_id\` text(36) NOT NULL,
  	\`path\` text NOT NULL,
  	\`text\` text,
  	FOREIGN KEY (\`parent_id\`) REFERENCES \`entries\`(\`id\`) ON UPDATE no action ON DELETE cascade
  );
  `)
  await db.run(sql`CREATE INDEX \`entries_texts_order_parent\` ON \`entries_texts\` (\`order\`,\`parent_id\`);`)
  await db.run(sql`CREATE INDEX \`entries_texts_text_idx\` ON \`entries_texts\` (\`text\`);`)
  await db.run(sql`CREATE INDEX \`entries_texts_parent_idx\` ON \`entries_texts\` (\`parent_id\`);`)
  await db.run(sql`CREATE TABLE \`events\` (
  	\`id\` text(36) PRIMARY KEY NOT NULL,
  	\`family\` text NOT NULL,
  	\`number\` numeric NOT NULL,
  	\`subject\` text NOT NULL,
  	\`of\` text NOT NULL,
  	\`what\` text NOT NULL,
  	\`actor\` text,
  	\`actor_name\` text,
  	\`at\` text NOT NULL,
  	\`from\` text,
  	\`to\` text,
  	\`note\` text,
  	\`revision\` numeric NOT NULL,
  	\`fingerprint_before\` text,
  	\`fingerprint_after\` text,
  	\`edition\` numeric,
  	\`act\` text NOT NULL,
  	\`previous_hash\` text NOT NULL,
  	\`hash\` text NOT NULL,
  	\`updated_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	\`created_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL
  );
  `)
  await db.run(sql`CREATE INDEX \`events_family_idx\` ON \`events\` (\`family\`);`)
  await db.run(sql`CREATE INDEX \`events_subject_idx\` ON \`events\` (\`subject\`);`)
  await db.run(sql`CREATE INDEX \`events_at_idx\` ON \`events\` (\`at\`);`)
  await db.run(sql`CREATE UNIQUE INDEX \`events_act_idx\` ON \`events\` (\`act\`);`)
  await db.run(sql`CREATE INDEX \`events_updated_at_idx\` ON \`events\` (\`updated_at\`);`)
  await db.run(sql`CREATE INDEX \`events_created_at_idx\` ON \`events\` (\`created_at\`);`)
  await db.run(sql`CREATE UNIQUE INDEX \`family_number_idx\` ON \`events\` (\`family\`,\`number\`);`)
  await db.run(sql`CREATE TABLE \`counters\` (
  	\`id\` text(36) PRIMARY KEY NOT NULL,
  	\`key\` text NOT NULL,
  	\`value\` numeric NOT NULL,
  	\`updated_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	\`created_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL
  );
  `)
  await db.run(sql`CREATE UNIQUE INDEX \`counters_key_idx\` ON \`counters\` (\`key\`);`)
  await db.run(sql`CREATE INDEX \`counters_updated_at_idx\` ON \`counters\` (\`updated_at\`);`)
  await db.run(sql`CREATE INDEX \`counters_created_at_idx\` ON \`counters\` (\`created_at\`);`)
  await db.run(sql`CREATE TABLE \`users_roles\` (
  	\`order\` integer NOT NULL,
  	\`parent_id\` text(36) NOT NULL,
  	\`value\` text,
  	\`id\` text(36) PRIMARY KEY NOT NULL,
  	FOREIGN KEY (\`parent_id\`) REFERENCES \`users\`(\`id\`) ON UPDATE no action ON DELETE cascade
  );
  `)
  await db.run(sql`CREATE INDEX \`users_roles_order_idx\` ON \`users_roles\` (\`order\`);`)
  await db.run(sql`CREATE INDEX \`users_roles_parent_idx\` ON \`users_roles\` (\`parent_id\`);`)
  await db.run(sql`CREATE TABLE \`users_writes\` (
  	\`order\` integer NOT NULL,
  	\`parent_id\` text(36) NOT NULL,
  	\`value\` text,
  	\`id\` text(36) PRIMARY KEY NOT NULL,
  	FOREIGN KEY (\`parent_id\`) REFERENCES \`users\`(\`id\`) ON UPDATE no action ON DELETE cascade
  );
  `)
  await db.run(sql`CREATE INDEX \`users_writes_order_idx\` ON \`users_writes\` (\`order\`);`)
  await db.run(sql`CREATE INDEX \`users_writes_parent_idx\` ON \`users_writes\` (\`parent_id\`);`)
  await db.run(sql`CREATE TABLE \`users_reviews\` (
  	\`order\` integer NOT NULL,
  	\`parent_id\` text(36) NOT NULL,
  	\`value\` text,
  	\`id\` text(36) PRIMARY KEY NOT NULL,
  	FOREIGN KEY (\`parent_id\`) REFERENCES \`users\`(\`id\`) ON UPDATE no action ON DELETE cascade
  );
  `)
  await db.run(sql`CREATE INDEX \`users_reviews_order_idx\` ON \`users_reviews\` (\`order\`);`)
  await db.run(sql`CREATE INDEX \`users_reviews_parent_idx\` ON \`users_reviews\` (\`parent_id\`);`)
  await db.run(sql`CREATE TABLE \`users_sessions\` (
  	\`_order\` integer NOT NULL,
  	\`_parent_id\` text(36) NOT NULL,
  	\`id\` text PRIMARY KEY NOT NULL,
  	\`created_at\` text,
  	\`expires_at\` text NOT NULL,
  	FOREIGN KEY (\`_parent_id\`) REFERENCES \`users\`(\`id\`) ON UPDATE no action ON DELETE cascade
  );
  `)
  await db.run(sql`CREATE INDEX \`users_sessions_order_idx\` ON \`users_sessions\` (\`_order\`);`)
  await db.run(sql`CREATE INDEX \`users_sessions_parent_id_idx\` ON \`users_sessions\` (\`_parent_id\`);`)
  await db.run(sql`CREATE TABLE \`users\` (
  	\`id\` text(36) PRIMARY KEY NOT NULL,
  	\`name\` text NOT NULL,
  	\`updated_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	\`created_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	\`email\` text NOT NULL,
  	\`reset_password_token\` text,
  	\`reset_password_expiration\` text,
  	\`salt\` text,
  	\`hash\` text,
  	\`reset_password_requested_at\` text,
  	\`login_attempts\` numeric DEFAULT 0,
  	\`lock_until\` text
  );
  `)
  await db.run(sql`CREATE INDEX \`users_updated_at_idx\` ON \`users\` (\`updated_at\`);`)
  await db.run(sql`CREATE INDEX \`users_created_at_idx\` ON \`users\` (\`created_at\`);`)
  await db.run(sql`CREATE UNIQUE INDEX \`users_email_idx\` ON \`users\` (\`email\`);`)
  await db.run(sql`CREATE TABLE \`payload_kv\` (
  	\`id\` text(36) PRIMARY KEY NOT NULL,
  	\`key\` text NOT NULL,
  	\`data\` text NOT NULL
  );
  `)
  await db.run(sql`CREATE UNIQUE INDEX \`payload_kv_key_idx\` ON \`payload_kv\` (\`key\`);`)
  await db.run(sql`CREATE TABLE \`payload_preferences\` (
  	\`id\` text(36) PRIMARY KEY NOT NULL,
  	\`key\` text,
  	\`value\` text,
  	\`updated_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	\`created_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL
  );
  `)
  await db.run(sql`CREATE INDEX \`payload_preferences_key_idx\` ON \`payload_preferences\` (\`key\`);`)
  await db.run(sql`CREATE INDEX \`payload_preferences_updated_at_idx\` ON \`payload_preferences\` (\`updated_at\`);`)
  await db.run(sql`CREATE INDEX \`payload_preferences_created_at_idx\` ON \`payload_preferences\` (\`created_at\`);`)
  await db.run(sql`CREATE TABLE \`payload_preferences_rels\` (
  	\`id\` integer PRIMARY KEY NOT NULL,
  	\`order\` integer,
  	\`parent_id\` text(36) NOT NULL,
  	\`path\` text NOT NULL,
  	\`users_id\` text(36),
  	FOREIGN KEY (\`parent_id\`) REFERENCES \`payload_preferences\`(\`id\`) ON UPDATE no action ON DELETE cascade,
  	FOREIGN KEY (\`users_id\`) REFERENCES \`users\`(\`id\`) ON UPDATE no action ON DELETE cascade
  );
  `)
  await db.run(sql`CREATE INDEX \`payload_preferences_rels_order_idx\` ON \`payload_preferences_rels\` (\`order\`);`)
  await db.run(sql`CREATE INDEX \`payload_preferences_rels_parent_idx\` ON \`payload_preferences_rels\` (\`parent_id\`);`)
  await db.run(sql`CREATE INDEX \`payload_preferences_rels_path_idx\` ON \`payload_preferences_rels\` (\`path\`);`)
  await db.run(sql`CREATE INDEX \`payload_preferences_rels_users_id_idx\` ON \`payload_preferences_rels\` (\`users_id\`);`)
  await db.run(sql`CREATE TABLE \`payload_migrations\` (
  	\`id\` text(36) PRIMARY KEY NOT NULL,
  	\`name\` text,
  	\`batch\` numeric,
  	\`updated_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	\`created_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL
  );
  `)
  await db.run(sql`CREATE INDEX \`payload_migrations_updated_at_idx\` ON \`payload_migrations\` (\`updated_at\`);`)
  await db.run(sql`CREATE INDEX \`payload_migrations_created_at_idx\` ON \`payload_migrations\` (\`created_at\`);`)
  await db.run(sql`CREATE TABLE \`mission_names\` (
  	\`_order\` integer NOT NULL,
  	\`_parent_id\` text(36) NOT NULL,
  	\`id\` text PRIMARY KEY NOT NULL,
  	\`language\` text NOT NULL,
  	\`name\` text NOT NULL,
  	\`about\` text,
  	FOREIGN KEY (\`_parent_id\`) REFERENCES \`mission\`(\`id\`) ON UPDATE no action ON DELETE cascade
  );
  `)
  await db.run(sql`CREATE INDEX \`mission_names_order_idx\` ON \`mission_names\` (\`_order\`);`)
  await db.run(sql`CREATE INDEX \`mission_names_parent_id_idx\` ON \`mission_names\` (\`_parent_id\`);`)
  await db.run(sql`CREATE TABLE \`mission_languages\` (
  	\`order\` integer NOT NULL,
  	\`parent_id\` text(36) NOT NULL,
  	\`value\` text,
  	\`id\` text(36) PRIMARY KEY NOT NULL,
  	FOREIGN KEY (\`parent_id\`) REFERENCES \`mission\`(\`id\`) ON UPDATE no action ON DELETE cascade
  );
  `)
  await db.run(sql`CREATE INDEX \`mission_languages_order_idx\` ON \`mission_languages\` (\`order\`);`)
  await db.run(sql`CREATE INDEX \`mission_languages_parent_idx\` ON \`mission_languages\` (\`parent_id\`);`)
  await db.run(sql`CREATE TABLE \`mission\` (
  	\`id\` text(36) PRIMARY KEY NOT NULL,
  	\`default_language\` text DEFAULT 'en' NOT NULL,
  	\`address\` text,
  	\`time_zone_post\` text DEFAULT 'UTC',
  	\`time_zone_capital\` text DEFAULT 'UTC',
  	\`colour\` text DEFAULT '#1f4e79',
  	\`logo_id\` text(36),
  	\`updated_at\` text,
  	\`created_at\` text,
  	FOREIGN KEY (\`logo_id\`) REFERENCES \`images\`(\`id\`) ON UPDATE no action ON DELETE set null
  );
  `)
  await db.run(sql`CREATE INDEX \`mission_logo_idx\` ON \`mission\` (\`logo_id\`);`)
  await db.run(sql`CREATE TABLE \`_mission_v_version_names\` (
  	\`_order\` integer NOT NULL,
  	\`_parent_id\` text(36) NOT NULL,
  	\`id\` text(36) PRIMARY KEY NOT NULL,
  	\`language\` text NOT NULL,
  	\`name\` text NOT NULL,
  	\`about\` text,
  	\`_uuid\` text,
  	FOREIGN KEY (\`_parent_id\`) REFERENCES \`_mission_v\`(\`id\`) ON UPDATE no action ON DELETE cascade
  );
  `)
  await db.run(sql`CREATE INDEX \`_mission_v_version_names_order_idx\` ON \`_mission_v_version_names\` (\`_order\`);`)
  await db.run(sql`CREATE INDEX \`_mission_v_version_names_parent_id_idx\` ON \`_mission_v_version_names\` (\`_parent_id\`);`)
  await db.run(sql`CREATE TABLE \`_mission_v_version_languages\` (
  	\`order\` integer NOT NULL,
  	\`parent_id\` text(36) NOT NULL,
  	\`value\` text,
  	\`id\` text(36) PRIMARY KEY NOT NULL,
  	FOREIGN KEY (\`parent_id\`) REFERENCES \`_mission_v\`(\`id\`) ON UPDATE no action ON DELETE cascade
  );
  `)
  await db.run(sql`CREATE INDEX \`_mission_v_version_languages_order_idx\` ON \`_mission_v_version_languages\` (\`order\`);`)
  await db.run(sql`CREATE INDEX \`_mission_v_version_languages_parent_idx\` ON \`_mission_v_version_languages\` (\`parent_id\`);`)
  await db.run(sql`CREATE TABLE \`_mission_v\` (
  	\`id\` text(36) PRIMARY KEY NOT NULL,
  	\`version_default_language\` text DEFAULT 'en' NOT NULL,
  	\`version_address\` text,
  	\`version_time_zone_post\` text DEFAULT 'UTC',
  	\`version_time_zone_capital\` text DEFAULT 'UTC',
  	\`version_colour\` text DEFAULT '#1f4e79',
  	\`version_logo_id\` text(36),
  	\`version_updated_at\` text,
  	\`version_created_at\` text,
  	\`created_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	\`updated_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	FOREIGN KEY (\`version_logo_id\`) REFERENCES \`images\`(\`id\`) ON UPDATE no action ON DELETE set null
  );
  `)
  await db.run(sql`CREATE INDEX \`_mission_v_version_version_logo_idx\` ON \`_mission_v\` (\`version_logo_id\`);`)
  await db.run(sql`CREATE INDEX \`_mission_v_created_at_idx\` ON \`_mission_v\` (\`created_at\`);`)
  await db.run(sql`CREATE INDEX \`_mission_v_updated_at_idx\` ON \`_mission_v\` (\`updated_at\`);`)
}

export async function down({ db, payload, req }: MigrateDownArgs): Promise<void> {
  await db.run(sql`DROP TABLE \`releases\`;`)
  await db.run(sql`DROP TABLE \`releases_rels\`;`)
  await db.run(sql`DROP TABLE \`_releases_v\`;`)
  await db.run(sql`DROP TABLE \`_releases_v_rels\`;`)
  await db.run(sql`DROP TABLE \`translations\`;`)
  await db.run(sql`DROP TABLE \`_translations_v\`;`)
  await db.run(sql`DROP TABLE \`contact_wordings\`;`)
  await db.run(sql`DROP TABLE \`contacts_languages\`;`)
  await db.run(sql`DROP TABLE \`contacts\`;`)
  await db.run(sql`DROP TABLE \`_contact_wordings_v\`;`)
  await db.run(sql`DROP TABLE \`_contacts_v_version_languages\`;`)
  await db.run(sql`DROP TABLE \`_contacts_v\`;`)
  await db.run(sql`DROP TABLE \`image_wordings\`;`)
  await db.run(sql`DROP TABLE \`images\`;`)
  await db.run(sql`DROP TABLE \`_image_wordings_v\`;`)
  await db.run(sql`DROP TABLE \`_images_v\`;`)
  await db.run(sql`DROP TABLE \`document_wordings\`;`)
  await db.run(sql`DROP TABLE \`documents\`;`)
  await db.run(sql`DROP TABLE \`_document_wordings_v\`;`)
  await db.run(sql`DROP TABLE \`_documents_v\`;`)
  await db.run(sql`DROP TABLE \`topics_names\`;`)
  await db.run(sql`DROP TABLE \`topics\`;`)
  await db.run(sql`DROP TABLE \`editions\`;`)
  await db.run(sql`DROP TABLE \`entries\`;`)
  await db.run(sql`DROP TABLE \`entries_texts\`;`)
  await db.run(sql`DROP TABLE \`events\`;`)
  await db.run(sql`DROP TABLE \`counters\`;`)
  await db.run(sql`DROP TABLE \`users_roles\`;`)
  await db.run(sql`DROP TABLE \`users_writes\`;`)
  await db.run(sql`DROP TABLE \`users_reviews\`;`)
  await db.run(sql`DROP TABLE \`users_sessions\`;`)
  await db.run(sql`DROP TABLE \`users\`;`)
  await db.run(sql`DROP TABLE \`payload_kv\`;`)
  await db.run(sql`DROP TABLE \`payload_preferences\`;`)
  await db.run(sql`DROP TABLE \`payload_preferences_rels\`;`)
  await db.run(sql`DROP TABLE \`payload_migrations\`;`)
  await db.run(sql`DROP TABLE \`mission_names\`;`)
  await db.run(sql`DROP TABLE \`mission_languages\`;`)
  await db.run(sql`DROP TABLE \`mission\`;`)
  await db.run(sql`DROP TABLE \`_mission_v_version_names\`;`)
  await db.run(sql`DROP TABLE \`_mission_v_version_languages\`;`)
  await db.run(sql`DROP TABLE \`_mission_v\`;`)
}
