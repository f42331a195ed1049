import { type MigrateDownArgs, type MigrateUpArgs, sql } from '@payloadcms/db-sqlite'

export async function up({ db, payload, req }: MigrateUpArgs): Promise<void> {
  await db.run(sql`CREATE TABLE \`memory_files\` (
  	\`id\` text(36) PRIMARY KEY NOT NULL,
  	\`file\` text NOT NULL,
  	\`part\` numeric NOT NULL,
  	\`name\` text NOT NULL,
  	\`count\` numeric NOT NULL,
  	\`units\` text NOT NULL,
  	\`by\` text NOT NULL,
  	\`by_name\` text NOT NULL,
  	\`at\` text NOT NULL,
  	\`updated_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	\`created_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL
  );
  `)
  await db.run(sql`CREATE INDEX \`memory_files_file_idx\` ON \`memory_files\` (\`file\`);`)
  await db.run(sql`CREATE INDEX \`memory_files_updated_at_idx\` ON \`memory_files\` (\`updated_at\`);`)
  await db.run(sql`CREATE INDEX \`memory_files_created_at_idx\` ON \`memory_files\` (\`created_at\`);`)
  await db.run(sql`CREATE UNIQUE INDEX \`file_part_idx\` ON \`memory_files\` (\`file\`,\`part\`);`)
}

export async function down({ db, payload, req }: MigrateDownArgs): Promise<void> {
  await db.run(sql`DROP TABLE \`memory_files\`;`)
}
