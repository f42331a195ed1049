import { type MigrateDownArgs, type MigrateUpArgs, sql } from '@payloadcms/db-sqlite'

export async function up({ db, payload, req }: MigrateUpArgs): Promise<void> {
  await db.run(sql`CREATE TABLE \`templates\` (
  	\`id\` text(36) PRIMARY KEY NOT NULL,
  	\`name\` text NOT NULL,
  	\`language\` text NOT NULL,
  	\`kind\` text DEFAULT 'press-release' NOT NULL,
  	\`headline\` text,
  	\`lead\` text,
  	\`dateline_place\` text,
  	\`body\` text,
  	\`source_label\` text,
  	\`source_url\` text,
  	\`about\` integer DEFAULT true,
  	\`archived\` integer DEFAULT false,
  	\`updated_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	\`created_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL
  );
  `)
  await db.run(sql`CREATE INDEX \`templates_updated_at_idx\` ON \`templates\` (\`updated_at\`);`)
  await db.run(sql`CREATE INDEX \`templates_created_at_idx\` ON \`templates\` (\`created_at\`);`)
  await db.run(sql`CREATE TABLE \`templates_rels\` (
  	\`id\` integer PRIMARY KEY NOT NULL,
  	\`order\` integer,
  	\`parent_id\` text(36) NOT NULL,
  	\`path\` text NOT NULL,
  	\`topics_id\` text(36),
  	\`images_id\` text(36),
  	\`documents_id\` text(36),
  	\`contacts_id\` text(36),
  	\`standing_paragraphs_id\` text(36),
  	FOREIGN KEY (\`parent_id\`) REFERENCES \`templates\`(\`id\`) ON UPDATE no action ON DELETE cascade,
  	FOREIGN KEY (\`topics_id\`) REFERENCES \`topics\`(\`id\`) ON UPDATE no action ON DELETE cascade,
  	FOREIGN KEY (\`images_id\`) REFERENCES \`images\`(\`id\`) ON UPDATE no action ON DELETE cascade,
  	FOREIGN KEY (\`documents_id\`) REFERENCES \`documents\`(\`id\`) ON UPDATE no action ON DELETE cascade,
  	FOREIGN KEY (\`contacts_id\`) REFERENCES \`contacts\`(\`id\`) ON UPDATE no action ON DELETE cascade,
  	FOREIGN KEY (\`standing_paragraphs_id\`) REFERENCES \`standing_paragraphs\`(\`id\`) ON UPDATE no action ON DELETE cascade
  );
  `)
  await db.run(sql`CREATE INDEX \`templates_rels_order_idx\` ON \`templates_rels\` (\`order\`);`)
  await db.run(sql`CREATE INDEX \`templates_rels_parent_idx\` ON \`templates_rels\` (\`parent_id\`);`)
  await db.run(sql`CREATE INDEX \`templates_rels_path_idx\` ON \`templates_rels\` (\`path\`);`)
  await db.run(sql`CREATE INDEX \`templates_rels_topics_id_idx\` ON \`templates_rels\` (\`topics_id\`);`)
  await db.run(sql`CREATE INDEX \`templates_rels_images_id_idx\` ON \`templates_rels\` (\`images_id\`);`)
  await db.run(sql`CREATE INDEX \`templates_rels_documents_id_idx\` ON \`templates_rels\` (\`documents_id\`);`)
  await db.run(sql`CREATE INDEX \`templates_rels_contacts_id_idx\` ON \`templates_rels\` (\`contacts_id\`);`)
  await db.run(sql`CREATE INDEX \`templates_rels_standing_paragraphs_id_idx\` ON \`templates_rels\` (\`standing_paragraphs_id\`);`)
  await db.run(sql`CREATE TABLE \`standing_paragraphs_wordings\` (
  	\`_order\` integer NOT NULL,
  	\`_parent_id\` text(36) NOT NULL,
  	\`id\` text PRIMARY KEY NOT NULL,
  	\`language\` text NOT NULL,
  	\`words\` text NOT NULL,
  	FOREIGN KEY (\`_parent_id\`) REFERENCES \`standing_paragraphs\`(\`id\`) ON UPDATE no action ON DELETE cascade
  );
  `)
  await db.run(sql`CREATE INDEX \`standing_paragraphs_wordings_order_idx\` ON \`standing_paragraphs_wordings\` (\`_order\`);`)
  await db.run(sql`CREATE INDEX \`standing_paragraphs_wordings_parent_id_idx\` ON \`standing_paragraphs_wordings\` (\`_parent_id\`);`)
  await db.run(sql`CREATE TABLE \`standing_paragraphs\` (
  	\`id\` text(36) PRIMARY KEY NOT NULL,
  	\`name\` text NOT NULL,
  	\`updated_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	\`created_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL
  );
  `)
  await db.run(sql`CREATE INDEX \`standing_paragraphs_updated_at_idx\` ON \`standing_paragraphs\` (\`updated_at\`);`)
  await db.run(sql`CREATE INDEX \`standing_paragraphs_created_at_idx\` ON \`standing_paragraphs\` (\`created_at\`);`)
  await db.run(sql`ALTER TABLE \`releases_rels\` ADD \`standing_paragraphs_id\` text(36) REFERENCES standing_paragraphs(id);`)
  await db.run(sql`CREATE INDEX \`releases_rels_standing_paragraphs_id_idx\` ON \`releases_rels\` (\`standing_paragraphs_id\`);`)
  await db.run(sql`ALTER TABLE \`_releases_v_rels\` ADD \`standing_paragraphs_id\` text(36) REFERENCES standing_paragraphs(id);`)
  await db.run(sql`CREATE INDEX \`_releases_v_rels_standing_paragraphs_id_idx\` ON \`_releases_v_rels\` (\`standing_paragraphs_id\`);`)
}

export async function down({ db, payload, req }: MigrateDownArgs): Promise<void> {
  await db.run(sql`DROP TABLE \`templates\`;`)
  await db.run(sql`DROP TABLE \`templates_rels\`;`)
  await db.run(sql`DROP TABLE \`standing_paragraphs_wordings\`;`)
  await db.run(sql`DROP TABLE \`standing_paragraphs\`;`)
  await db.run(sql`PRAGMA foreign_keys=OFF;`)
  await db.run(sql`CREATE TABLE \`__new_releases_rels\` (
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
  await db.run(sql`INSERT INTO \`__new_releases_rels\`("id", "order", "parent_id", "path", "topics_id", "images_id", "documents_id", "contacts_id") SELECT "id", "order", "parent_id", "path", "topics_id", "images_id", "documents_id", "contacts_id" FROM \`releases_rels\`;`)
  await db.run(sql`DROP TABLE \`releases_rels\`;`)
  await db.run(sql`ALTER TABLE \`__new_releases_rels\` RENAME TO \`releases_rels\`;`)
  await db.run(sql`PRAGMA foreign_keys=ON;`)
  await db.run(sql`CREATE INDEX \`releases_rels_order_idx\` ON \`releases_rels\` (\`order\`);`)
  await db.run(sql`CREATE INDEX \`releases_rels_parent_idx\` ON \`releases_rels\` (\`parent_id\`);`)
  await db.run(sql`CREATE INDEX \`releases_rels_path_idx\` ON \`releases_rels\` (\`path\`);`)
  await db.run(sql`CREATE INDEX \`releases_rels_topics_id_idx\` ON \`releases_rels\` (\`topics_id\`);`)
  await db.run(sql`CREATE INDEX \`releases_rels_images_id_idx\` ON \`releases_rels\` (\`images_id\`);`)
  await db.run(sql`CREATE INDEX \`releases_rels_documents_id_idx\` ON \`releases_rels\` (\`documents_id\`);`)
  await db.run(sql`CREATE INDEX \`releases_rels_contacts_id_idx\` ON \`releases_rels\` (\`contacts_id\`);`)
  await db.run(sql`CREATE TABLE \`__new__releases_v_rels\` (
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
  await db.run(sql`INSERT INTO \`__new__releases_v_rels\`("id", "order", "parent_id", "path", "topics_id", "images_id", "documents_id", "contacts_id") SELECT "id", "order", "parent_id", "path", "topics_id", "images_id", "documents_id", "contacts_id" FROM \`_releases_v_rels\`;`)
  await db.run(sql`DROP TABLE \`_releases_v_rels\`;`)
  await db.run(sql`ALTER TABLE \`__new__releases_v_rels\` RENAME TO \`_releases_v_rels\`;`)
  await db.run(sql`CREATE INDEX \`_releases_v_rels_order_idx\` ON \`_releases_v_rels\` (\`order\`);`)
  await db.run(sql`CREATE INDEX \`_releases_v_rels_parent_idx\` ON \`_releases_v_rels\` (\`parent_id\`);`)
  await db.run(sql`CREATE INDEX \`_releases_v_rels_path_idx\` ON \`_releases_v_rels\` (\`path\`);`)
  await db.run(sql`CREATE INDEX \`_releases_v_rels_topics_id_idx\` ON \`_releases_v_rels\` (\`topics_id\`);`)
  await db.run(sql`CREATE INDEX \`_releases_v_rels_images_id_idx\` ON \`_releases_v_rels\` (\`images_id\`);`)
  await db.run(sql`CREATE INDEX \`_releases_v_rels_documents_id_idx\` ON \`_releases_v_rels\` (\`documents_id\`);`)
  await db.run(sql`CREATE INDEX \`_releases_v_rels_contacts_id_idx\` ON \`_releases_v_rels\` (\`contacts_id\`);`)
}
