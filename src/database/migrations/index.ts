import * as migration_20261125_201706_initial from './20261125_201706_initial.ts'
import * as migration_20261126_005941_change from './20261126_005941_change.ts'
import * as migration_20261126_011219_change from './20261126_011219_change.ts'
import * as migration_20261126_112158_change from './20261126_112158_change.ts'
import * as migration_20261126_154812_change from './20261126_154812_change.ts'
import * as migration_20261126_160952_change from './20261126_160952_change.ts'
import * as migration_20261126_164500_change from './20261126_164500_change.ts'
import * as migration_20261126_171008_change from './20261126_171008_change.ts'
import * as migration_20261126_195653_change from './20261126_195653_change.ts'
import * as migration_20261126_202238_change from './20261126_202238_change.ts'
import * as migration_20261126_210604_change from './20261126_210604_change.ts'
import * as migration_20261126_212159_change from './20261126_212159_change.ts'
import * as migration_20261126_213058_change from './20261126_213058_change.ts'
import * as migration_20261127_064713_change from './20261127_064713_change.ts'
import * as migration_20261127_071958_change from './20261127_071958_change.ts'
import * as migration_20261127_073914_change from './20261127_073914_change.ts'
import * as migration_20261127_075038_change from './20261127_075038_change.ts'
import * as migration_20261127_081132_change from './20261127_081132_change.ts'
import * as migration_20261127_193428_change from './20261127_193428_change.ts'

export const migrations = [
  {
    up: migration_20261125_201706_initial.up,
    down: migration_20261125_201706_initial.down,
    name: '20261125_201706_initial',
  },
  {
    up: migration_20261126_005941_change.up,
    down: migration_20261126_005941_change.down,
    name: '20261126_005941_change',
  },
  {
    up: migration_20261126_011219_change.up,
    down: migration_20261126_011219_change.down,
    name: '20261126_011219_change',
  },
  {
    up: migration_20261126_112158_change.up,
    down: migration_20261126_112158_change.down,
    name: '20261126_112158_change',
  },
  {
    up: migration_20261126_154812_change.up,
    down: migration_20261126_154812_change.down,
    name: '20261126_154812_change',
  },
  {
    up: migration_20261126_160952_change.up,
    down: migration_20261126_160952_change.down,
    name: '20261126_160952_change',
  },
  {
    up: migration_20261126_164500_change.up,
    down: migration_20261126_164500_change.down,
    name: '20261126_164500_change',
  },
  {
    up: migration_20261126_171008_change.up,
    down: migration_20261126_171008_change.down,
    name: '20261126_171008_change',
  },
  {
    up: migration_20261126_195653_change.up,
    down: migration_20261126_195653_change.down,
    name: '20261126_195653_change',
  },
  {
    up: migration_20261126_202238_change.up,
    down: migration_20261126_202238_change.down,
    name: '20261126_202238_change',
  },
  {
    up: migration_20261126_210604_change.up,
    down: migration_20261126_210604_change.down,
    name: '20261126_210604_change',
  },
  {
    up: migration_20261126_212159_change.up,
    down: migration_20261126_212159_change.down,
    name: '20261126_212159_change',
  },
  {
    up: migration_20261126_213058_change.up,
    down: migration_20261126_213058_change.down,
    name: '20261126_213058_change',
  },
  {
    up: migration_20261127_064713_change.up,
    down: migration_20261127_064713_change.down,
    name: '20261127_064713_change',
  },
  {
    up: migration_20261127_071958_change.up,
    down: migration_20261127_071958_change.down,
    name: '20261127_071958_change',
  },
  {
    up: migration_20261127_073914_change.up,
    down: migration_20261127_073914_change.down,
    name: '20261127_073914_change',
  },
  {
    up: migration_20261127_075038_change.up,
    down: migration_20261127_075038_change.down,
    name: '20261127_075038_change',
  },
  {
    up: migration_20261127_081132_change.up,
    down: migration_20261127_081132_change.down,
    name: '20261127_081132_change',
  },
  {
    up: migration_20261127_193428_change.up,
    down: migration_20261127_193428_change.down,
    name: '20261127_193428_change'
  },
];
