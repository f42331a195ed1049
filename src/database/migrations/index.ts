import * as migration_20261125_224958_initial from './20261125_224958_initial.ts'

export const migrations = [
  {
    up: migration_20261125_224958_initial.up,
    down: migration_20261125_224958_initial.down,
    name: '20261125_224958_initial'
  },
];
