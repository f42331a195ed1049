import * as migration_20261124_153914_initial from './20261124_153914_initial.ts'

export const migrations = [
  {
    up: migration_20261124_153914_initial.up,
    down: migration_20261124_153914_initial.down,
    name: '20261124_153914_initial'
  },
];
