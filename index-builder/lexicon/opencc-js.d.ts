declare module 'opencc-js/dict/TSCharacters' {
  /** `農 农|業 业|…` */
  const characters: string;
  export default characters;
}
