import { type MigrateDownArgs, type MigrateUpArgs, sql } from '@payloadcms/db-sqlite'

export async function up({ db, payload, req }: MigrateUpArgs): Promise<void> {
  await db.run(sql`CREATE TABLE \`restrictions\` (
  	\`id\` text PRIMARY KEY NOT NULL,
  	\`people\` text,
  	\`holds\` integer DEFAULT false NOT NULL,
  	\`by\` text NOT NULL,
  	\`by_name\` text,
  	\`at\` text NOT NULL,
  	\`steps\` numeric NOT NULL,
  	\`updated_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	\`created_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL
  );
  `)
  await db.run(sql`CREATE INDEX \`restrictions_holds_idx\` ON \`restrictions\` (\`holds\`);`)
  await db.run(sql`CREATE INDEX \`restrictions_updated_at_idx\` ON \`restrictions\` (\`updated_at\`);`)
  await db.run(sql`CREATE INDEX \`restrictions_created_at_idx\` ON \`restrictions\` (\`created_at\`);`)
  await db.run(sql`ALTER TABLE \`outbox\` ADD \`family\` text DEFAULT '';`)
  await db.run(sql`CREATE INDEX \`outbox_family_idx\` ON \`outbox\` (\`family\`);`)
}

export async function down({ db, payload, req }: MigrateDownArgs): Promise<void> {
  await db.run(sql`DROP TABLE \`restrictions\`;`)
  await db.run(sql`DROP INDEX \`outbox_family_idx\`;`)
  await db.run(sql`ALTER TABLE \`outbox\` DROP COLUMN \`family\`;`)
}
