/** What is wrong with a drawing as a document of its own. */
export function faultsOf(text: string): string[] {
  const read = new DOMParser().parseFromString(text, 'image/svg+xml');
  const problem = read.querySelector('parsererror');
  if (problem) return [problem.textContent ?? ''];
  const all = [...read.querySelectorAll('*')];
  const ids = new Set(all.map(({ id }) => id));
  const attributes = all.flatMap((element) => [...element.attributes].map(({ name, value }) => `${name}="${value}"`));
  const uses = attributes.flatMap((attribute) => /url\((.*?)\)/.exec(attribute)?.[1] ?? []);
  return [
    ...attributes.filter((each) => /^(class|style|href|xlink:href|data-)|var\(|color\(|NaN|undefined/.test(each)),
    ...uses.filter((use) => !use.startsWith('#') || !ids.has(use.slice(1))),
    ...['title', 'desc'].filter((name) => !read.querySelector(`svg > ${name}`)?.textContent),
    ...(Number(read.documentElement.getAttribute('width')) > 0 ? [] : ['no width']),
  ];
}
