export { extractTabular } from './extract.ts';
