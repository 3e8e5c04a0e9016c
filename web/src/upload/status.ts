import { createStore } from '../parts/store';

/** How the uploads of this tab stand: for the frame, which does not load what uploading takes. */
export const uploadStatus = createStore<{ running: number; share: number }>({ running: 0, share: 0 });
