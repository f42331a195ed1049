import { type MigrateDownArgs, type MigrateUpArgs, sql } from '@payloadcms/db-sqlite'

export async function up({ db, payload, req }: MigrateUpArgs): Promise<void> {
  await db.run(sql`CREATE TABLE \`preview_links\` (
  	\`id\` text PRIMARY KEY NOT NULL,
  	\`subject\` text NOT NULL,
  	\`of\` text NOT NULL,
  	\`family\` text NOT NULL,
  	\`secret_hash\` text NOT NULL,
  	\`recipient\` text NOT NULL,
  	\`guest\` text NOT NULL,
  	\`made_by\` text NOT NULL,
  	\`made_by_name\` text,
  	\`made_at\` text NOT NULL,
  	\`until\` text NOT NULL,
  	\`edition\` numeric NOT NULL,
  	\`steps\` numeric NOT NULL,
  	\`opened_at\` text,
  	\`revoked_at\` text,
  	\`revoked_by\` text,
  	\`revoked_by_name\` text,
  	\`updated_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	\`created_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL
  );
  `)
  await db.run(sql`CREATE INDEX \`preview_links_subject_idx\` ON \`preview_links\` (\`subject\`);`)
  await db.run(sql`CREATE INDEX \`preview_links_family_idx\` ON \`preview_links\` (\`family\`);`)
  await db.run(sql`CREATE UNIQUE INDEX \`preview_links_secret_hash_idx\` ON \`preview_links\` (\`secret_hash\`);`)
  await db.run(sql`CREATE INDEX \`preview_links_updated_at_idx\` ON \`preview_links\` (\`updated_at\`);`)
  await db.run(sql`CREATE INDEX \`preview_links_created_at_idx\` ON \`preview_links\` (\`created_at\`);`)
}

export async function down({ db, payload, req }: MigrateDownArgs): Promise<void> {
  await db.run(sql`DROP TABLE \`preview_links\`;`)
}
