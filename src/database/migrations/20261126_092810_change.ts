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
  await db.run(sql`ALTER TABLE \`events\` ADD \`step\` text;`)
}

export async function down({ db, payload, req }: MigrateDownArgs): Promise<void> {
  await db.run(sql`DROP TABLE \`notes\`;`)
  await db.run(sql`DROP TABLE \`replies\`;`)
  await db.run(sql`DROP TABLE \`texts_as_of\`;`)
  await db.run(sql`ALTER TABLE \`events\` DROP COLUMN \`step\`;`)
}
