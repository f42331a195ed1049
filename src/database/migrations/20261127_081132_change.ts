import { type MigrateDownArgs, type MigrateUpArgs, sql } from '@payloadcms/db-sqlite'

export async function up({ db, payload, req }: MigrateUpArgs): Promise<void> {
  await db.run(sql`CREATE TABLE \`tallies\` (
  	\`id\` text(36) PRIMARY KEY NOT NULL,
  	\`day\` text NOT NULL,
  	\`sums\` text NOT NULL,
  	\`writings\` numeric NOT NULL,
  	\`updated_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	\`created_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL
  );
  `)
  await db.run(sql`CREATE UNIQUE INDEX \`tallies_day_idx\` ON \`tallies\` (\`day\`);`)
  await db.run(sql`CREATE INDEX \`tallies_updated_at_idx\` ON \`tallies\` (\`updated_at\`);`)
  await db.run(sql`CREATE INDEX \`tallies_created_at_idx\` ON \`tallies\` (\`created_at\`);`)
  await db.run(sql`ALTER TABLE \`mission\` ADD \`counts_readers\` integer DEFAULT true;`)
  await db.run(sql`ALTER TABLE \`_mission_v\` ADD \`version_counts_readers\` integer DEFAULT true;`)
}

export async function down({ db, payload, req }: MigrateDownArgs): Promise<void> {
  await db.run(sql`DROP TABLE \`tallies\`;`)
  await db.run(sql`ALTER TABLE \`mission\` DROP COLUMN \`counts_readers\`;`)
  await db.run(sql`ALTER TABLE \`_mission_v\` DROP COLUMN \`version_counts_readers\`;`)
}
