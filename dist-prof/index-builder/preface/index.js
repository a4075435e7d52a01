export { readPreface } from './preface.js';
export { cutPlaceName } from './place.js';
