import * as migration_20261125_201706_initial from './20261125_201706_initial.ts'

export const migrations = [
  {
    up: migration_20261125_201706_initial.up,
    down: migration_20261125_201706_initial.down,
    name: '20261125_201706_initial'
  },
];
