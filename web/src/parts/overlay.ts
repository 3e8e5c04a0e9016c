import type { ComponentChildren } from 'preact';
import { createStore } from './store';

/** What stands over whatever page is shown, such as a question that a call raised. */
export const overlay = createStore<ComponentChildren>(null);
