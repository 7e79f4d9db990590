declare module 'virtual:symbols' {
  /** HTML by TeX; `@` stands for the timestep in both. */
  const symbols: Readonly<Record<string, string>>;
  export default symbols;
}

/** What only this notation has; `cells`: only the other cells. */
declare module 'virtual:symbols/*' {
  const symbols: Readonly<Record<string, string>>;
  export default symbols;
}
