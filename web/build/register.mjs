// Lets Node's own test runner load the client's sources: Node 20 reads no TypeScript.
import { register } from 'node:module';

register('./typescript.mjs', import.meta.url);
