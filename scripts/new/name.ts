/** @throws unless the name is in kebab case, as folders and addresses are */
export function checkName(name: string, what: string, example: string): void {
  if (!/^[a-z][a-z0-9]*(-[a-z0-9]+)*$/.test(name)) {
    throw new Error(`${name}: a ${what}'s name is in small letters and hyphens, such as ${example}`);
  }
}

export const camelCase = (name: string): string => name.replace(/-(\w)/g, (_, letter: string) => letter.toUpperCase());

export const pascalCase = (name: string): string => camelCase(`-${name}`);
