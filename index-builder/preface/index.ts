export { readPreface, type Preface } from './preface.ts';
export { type DeclaredList } from './declared.ts';
export { cutPlaceName, type PrintedPlace } from './place.ts';
