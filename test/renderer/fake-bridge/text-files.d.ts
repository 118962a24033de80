declare module '*.csv' {
  const text: string;
  // oxlint-disable-next-line import/no-default-export -- how bundlers give a text file
  export default text;
}
