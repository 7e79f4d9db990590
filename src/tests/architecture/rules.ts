/** The rooms of src/lib, and the routes, each with the rooms it may import from. Imports point one way. */
const mayImport: Record<string, readonly string[]> = {
  engine: [],
  cells: ['engine', 'i18n'],
  stepper: ['engine', 'cells', 'i18n'],
  formula: ['engine', 'cells', 'stepper', 'ui', 'i18n'],
  visuals: ['engine', 'cells', 'stepper', 'formula', 'ui', 'i18n'],
  exercises: ['engine', 'cells', 'stepper', 'formula', 'ui', 'i18n'],
  workbench: ['engine', 'cells', 'stepper', 'formula', 'visuals', 'ui', 'i18n'],
  stage: ['engine', 'cells', 'stepper', 'formula', 'visuals', 'workbench', 'ui', 'i18n'],
  lessons: ['engine', 'cells', 'stepper', 'formula', 'visuals', 'exercises', 'workbench', 'stage', 'ui', 'i18n'],
  presenter: 'engine cells stepper formula visuals exercises workbench stage lessons ui i18n'.split(' '),
  ui: [],
  i18n: [],
  routes: 'engine cells stepper formula visuals exercises workbench stage lessons presenter ui i18n app.css'.split(' '),
};

/** Why a room's list is as short as it is. */
const roomReasons: Record<string, string> = {
  engine: 'The engine is numbers only: it must run in a script and in a test as it runs in a page',
  ui: 'ui is a leaf: a button that knows what an LSTM is can be used for nothing else',
  i18n: 'i18n is a leaf: every room may speak, so the words may depend on none of them',
};

const oneWay =
  'Imports point one way (engine ← cells ← stepper ← formula ← visuals, exercises ← workbench ← stage ← lessons ← presenter ← routes), ' +
  'so that a room can be read, tested and changed without those that stand on it';

/** A package that only certain rooms, or only certain files of them, may import. */
interface PackageRule {
  packages: RegExp;
  rooms: readonly string[];
  files?: RegExp;
  reason: string;
}

/** What runs when the site is built, and never in a page. */
const atBuildTime = /^src\/lib\/\w+\/build\/|^src\/lib\/formula\/typeset\.ts$/;

const pageRooms = [
  'stepper',
  'formula',
  'visuals',
  'exercises',
  'workbench',
  'stage',
  'lessons',
  'presenter',
  'ui',
  'i18n',
  'routes',
];

const packageRules: readonly PackageRule[] = [
  {
    packages: /^katex(\/|$)/,
    rooms: ['formula'],
    reason: 'Only formula typesets, so that one place knows how live numbers get into a formula',
  },
  {
    packages: /^katex$/,
    rooms: ['formula'],
    files: atBuildTime,
    reason:
      'Only what runs in the build typesets: all TeX is set when the site is built, and KaTeX would weigh more than the rest of a page',
  },
  {
    packages: /^(unified|remark-|mdast|micromark|yaml(\/|$))/,
    rooms: ['lessons'],
    files: atBuildTime,
    reason: 'Only the build reads Markdown and YAML: a page is given the document it makes, and no parser',
  },
  {
    packages: /^chart\.js(\/|$)/,
    rooms: ['visuals'],
    reason: 'Only visuals draw charts, so that the chart library is loaded when a chart is first seen',
  },
  {
    packages: /^(svelte(\/|$)|\$app\/|\$env\/)/,
    rooms: pageRooms,
    reason: 'Numbers and cells are data, and know no page',
  },
  {
    packages: /^(@tensorflow\/|recurrent-js$|fast-check$|vitest|playwright|axe-core|typescript$)/,
    rooms: [],
    reason: 'This package is for tests: it must not reach a reader',
  },
];

export interface Import {
  /** The importing file, from the project's folder: `src/lib/engine/run.ts`. */
  file: string;
  /** What it imports, as written. */
  specifier: string;
}

/** What is wrong with an import, and why that matters; undefined where it is right. */
export function brokenImportRule({ file, specifier }: Import): string | undefined {
  const room = roomOf(file);
  if (room === undefined) return undefined;
  const isTest = /\.test\.ts$/.test(file);
  const path = projectPath(file, specifier);
  const problem =
    path === undefined
      ? packageProblem(room, { file, specifier }, isTest)
      : pathProblem({ room, file, specifier, path, isTest });
  return problem && `${file} imports '${specifier}'. ${problem}.`;
}

interface PathImport extends Import {
  room: string;
  path: string;
  isTest: boolean;
}

function pathProblem({ room, file, specifier, path, isTest }: PathImport): string | undefined {
  if (atBuildTime.test(path) && !atBuildTime.test(file) && !isTest) {
    return 'This runs when the site is built: imported from here, its parsers and KaTeX would reach every page';
  }
  const target = roomOf(path) ?? (path === 'src/app.css' ? 'app.css' : undefined);
  if (target === room) {
    return specifier.startsWith('#')
      ? `Inside a room imports are relative: what is near looks near`
      : endingProblem(specifier);
  }
  // Tests may use the material of the whole, such as reference numbers.
  if (isTest && path.startsWith('src/tests/')) return undefined;
  if (target === undefined) {
    return `src/lib and src/routes import from rooms and packages only: what runs in the page stands there`;
  }
  if (specifier.startsWith('.') && target !== 'app.css') {
    return `Across rooms imports are absolute ('#lib/${target}/…'): crossing a border should be seen`;
  }
  if (!mayImport[room]?.includes(target)) {
    return `'${room}' may not import from '${target}'. ${roomReasons[room] ?? oneWay}`;
  }
  return endingProblem(specifier);
}

function endingProblem(specifier: string): string | undefined {
  // './$types' is made by SvelteKit for each route; there is no such file.
  return /\.(ts|js|svelte|css|json|svg)(\?\w+)?$|^\.\/\$types$/.test(specifier)
    ? undefined
    : 'An import names its file with its ending: scripts run the same files without a bundler that would guess it';
}

function packageProblem(room: string, { file, specifier }: Import, isTest: boolean): string | undefined {
  if (isTest) return undefined;
  const allows = ({ rooms, files }: PackageRule): boolean => rooms.includes(room) && (files?.test(file) ?? true);
  const broken = packageRules.find((rule) => rule.packages.test(specifier) && !allows(rule));
  if (broken) return broken.reason;
  if (room === 'engine') return `The engine imports no package: its numbers must not depend on anybody's next release`;
  return undefined;
}

/** The imported file from the project's folder; undefined for a package. */
function projectPath(file: string, specifier: string): string | undefined {
  if (specifier.startsWith('#lib/')) return `src/lib/${specifier.slice('#lib/'.length)}`;
  if (specifier.startsWith('.')) return new URL(specifier, `file:///${file}`).pathname.slice(1);
  return undefined;
}

function roomOf(path: string): string | undefined {
  return /^src\/lib\/([^/]+)\//.exec(path)?.[1] ?? (path.startsWith('src/routes/') ? 'routes' : undefined);
}

const vagueFolders = /(?:^|\/)(utils?|helpers?|common|shared|misc|stores?)\//;
const kebabCase = /^\.?[a-z0-9]+(-[a-z0-9]+)*(\.[a-z0-9]+(-[a-z0-9]+)*)*$/;
const pascalCase = /^[A-Z][A-Za-z0-9]*\.svelte$/;
const routeFile = /^\+(page|layout|error|server)(@[\w-]*)?(\.server)?\.(svelte|ts|js)$/;

/** What is wrong with where a file stands and how it is called; undefined where it is right. */
export function brokenNameRule(file: string): string | undefined {
  const folder = vagueFolders.exec(file)?.[1];
  if (folder)
    return `${file} stands in '${folder}', which says nothing of what is in it: name the folder after its idea.`;

  const name = file.slice(file.lastIndexOf('/') + 1);
  const parts = /^src\/lib\/([^/]+)\//.exec(file);
  if (parts?.[1] && !(parts[1] in mayImport)) {
    return `${file} stands in a room called '${parts[1]}', of which src/tests/architecture/rules.ts knows nothing.`;
  }
  if (name.endsWith('.svelte') && !name.startsWith('+')) {
    return pascalCase.test(name)
      ? undefined
      : `${file}: components are named in PascalCase, like the tag that uses them.`;
  }
  if (routeFile.test(name) || kebabCase.test(name)) return undefined;
  return `${file}: file names are in kebab-case, because some file systems cannot tell a from A.`;
}

/** An index.ts is a registry: it lists what a room holds. One that only passes exports on hides where things are. */
export function brokenIndexRule(file: string, source: string): string | undefined {
  if (!/(^|\/)index\.ts$/.test(file)) return undefined;
  const passesOn = /^export\s+(type\s+)?(\*|\{[^}]*\})\s+from\b/m.test(source);
  return passesOn
    ? `${file} passes exports on. An index.ts is a registry or nothing: import from the file that defines.`
    : undefined;
}
