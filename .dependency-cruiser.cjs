// Who may import whom: the table of docs/architecture.md, as rules. Types count as imports.
const rooms = ['capture', 'extract', 'archive', 'search', 'pictures', 'exchange'];
const tests = '\\.(test|bench)\\.tsx?$|^tests/|/test-support/';

/** A back-end room knows the contract, the platform, itself and libraries; never another room. */
const roomRules = rooms.map((room) => ({
  name: `${room}-stands-alone`,
  comment: 'Rooms meet only in src/backend/services, so that the whole way of an article can be read there.',
  severity: 'error',
  from: { path: `^src/backend/${room}/`, pathNot: tests },
  to: { path: '^src/', pathNot: [`^src/backend/${room}/`, '^src/contract/', '^src/backend/platform/'] },
}));

/** From outside, a room is entered by the file that bears its name. */
const frontDoorRules = rooms.map((room) => ({
  name: `${room}-front-door`,
  comment: 'Only the front door of a room is for others; the rest may change at any time.',
  severity: 'error',
  from: { path: '^src/', pathNot: [`^src/backend/${room}/`, tests] },
  to: { path: `^src/backend/${room}/`, pathNot: `^src/backend/${room}/${room}\\.ts$` },
}));

module.exports = {
  forbidden: [
    { name: 'no-cycles', severity: 'error', from: {}, to: { circular: true, viaOnly: { pathNot: tests } } },
    {
      name: 'no-orphans',
      comment: 'A file nobody imports is dead, or an entry that belongs in this list.',
      severity: 'error',
      from: {
        orphan: true,
        path: '^src/',
        pathNot: [tests, '\\.d\\.ts$', '/index\\.ts$', '^src/renderer/main\\.tsx$', '-worker\\.ts$', '-thread\\.ts$'],
      },
      to: {},
    },
    {
      name: 'contract-knows-nothing',
      severity: 'error',
      from: { path: '^src/contract/', pathNot: tests },
      to: { pathNot: ['^src/contract/', 'node_modules/zod/'] },
    },
    {
      name: 'platform-knows-the-contract-only',
      severity: 'error',
      from: { path: '^src/backend/platform/', pathNot: tests },
      to: { path: '^src/', pathNot: ['^src/contract/', '^src/backend/platform/'] },
    },
    ...roomRules,
    ...frontDoorRules,
    {
      name: 'outside-world-through-platform',
      comment: 'Files, network, processes and threads are reached through src/backend/platform alone.',
      severity: 'error',
      from: { path: '^src/backend/', pathNot: ['^src/backend/platform/', '-worker\\.ts$', tests] },
      to: { path: '^(node:)?(fs|fs/promises|net|http|https|child_process|worker_threads|dns|sqlite)$|node_modules/undici/' },
    },
    {
      name: 'backend-knows-no-carrier',
      severity: 'error',
      from: { path: '^src/backend/', pathNot: tests },
      to: { path: '^src/(cli|web-host|host|main|preload|renderer)/|node_modules/electron/' },
    },
    {
      name: 'services-enter-by-the-front',
      comment: 'Services know the rooms and the platform, never the dispatcher or each carrier.',
      severity: 'error',
      from: { path: '^src/backend/services/', pathNot: tests },
      to: { path: '^src/backend/(dispatch|backend|handlers)\\.ts$' },
    },
    {
      name: 'carriers-know-the-door',
      comment: 'A carrier moves calls; what they mean is not its matter.',
      severity: 'error',
      from: { path: '^src/(cli|web-host|host|main)/', pathNot: [tests, '-worker\\.ts$'] },
      to: { path: '^src/backend/', pathNot: ['^src/backend/(backend|dispatch)\\.ts$', '^src/backend/platform/'] },
    },
    {
      name: 'electron-only-in-main-and-preload',
      severity: 'error',
      from: { path: '^src/', pathNot: '^src/(main|preload)/' },
      to: { path: '^electron$|node_modules/electron/' },
    },
    {
      name: 'preload-is-a-bridge',
      comment: 'The sandboxed preload is one file: of the contract it takes types only.',
      severity: 'error',
      from: { path: '^src/preload/', pathNot: tests },
      to: { path: '^src/', dependencyTypesNot: ['type-only'] },
    },
    {
      name: 'renderer-knows-contract-and-react',
      severity: 'error',
      from: { path: '^src/renderer/', pathNot: tests },
      to: { path: '^src/', pathNot: ['^src/renderer/', '^src/contract/'] },
    },
    {
      name: 'renderer-no-node',
      severity: 'error',
      from: { path: '^src/renderer/', pathNot: tests },
      to: { dependencyTypes: ['core'] },
    },
    {
      name: 'renderer-shapes-as-types',
      comment: 'A value import of a shape would bring the validation library into the window.',
      severity: 'error',
      from: { path: '^src/renderer/', pathNot: tests },
      to: { path: '^src/contract/', pathNot: '^src/contract/(client|dek|errors|pressmark-link|window-address|work-done)\\.ts$', dependencyTypesNot: ['type-only'] },
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'config/tsconfig.tests.json' },
    enhancedResolveOptions: { exportsFields: ['exports'], conditionNames: ['import', 'node', 'types', 'default'], extensions: ['.ts', '.tsx', '.js', '.json'] },
  },
};
