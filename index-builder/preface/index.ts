export { readPreface, type Preface } from './preface.ts';
export { cutPlaceName } from './place.ts';
