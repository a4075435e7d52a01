export { extractTabular } from './extract.js';
